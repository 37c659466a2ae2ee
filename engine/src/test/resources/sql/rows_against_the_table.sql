-- DuckDB

SELECT COUNT(*) AS "sluice_count_8",
    COUNT(*) FILTER (WHERE (NOT (("orders"."amount" * NULLIF("t1"."sluice_divisor_7", 0)) <= "t1"."sluice_dividend_6"))) AS "sluice_count_10",
    COUNT(*) FILTER (WHERE ((("orders"."amount" * NULLIF("t1"."sluice_divisor_7", 0)) <= "t1"."sluice_dividend_6") IS NULL)) AS "sluice_count_12"
FROM "main"."orders",
    (SELECT (CAST(SUM("amount") AS DOUBLE) / NULLIF(CAST(COUNT("amount") AS DOUBLE), 0)) AS "sluice_avg_5",
      SUM("amount") AS "sluice_dividend_6",
      COUNT("amount") AS "sluice_divisor_7"
    FROM "main"."orders") AS "t1";

SELECT COUNT(*) AS "sluice_count_6",
    COUNT(*) FILTER (WHERE (NOT (("orders"."amount" < "t1"."sluice_median_5") AND (("t1"."sluice_median_5" <> CAST('NaN' AS DOUBLE)) OR ("orders"."amount" IS NULL))))) AS "sluice_count_8",
    COUNT(*) FILTER (WHERE ((("orders"."amount" < "t1"."sluice_median_5") AND (("t1"."sluice_median_5" <> CAST('NaN' AS DOUBLE)) OR ("orders"."amount" IS NULL))) IS NULL)) AS "sluice_count_10"
FROM "main"."orders"
  LEFT JOIN (SELECT "status",
      PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY CAST("amount" AS DOUBLE)) AS "sluice_median_5"
    FROM "main"."orders"
    GROUP BY "status") AS "t1" ON (COALESCE("orders"."status", '') = COALESCE("t1"."status", '')) AND (("orders"."status" IS NULL) = ("t1"."status" IS NULL));

-- PostgreSQL

SELECT COUNT(*) AS "sluice_count_8",
    COUNT(*) FILTER (WHERE (NOT (("orders"."amount" * NULLIF("t1"."sluice_divisor_7", 0)) <= "t1"."sluice_dividend_6"))) AS "sluice_count_10",
    COUNT(*) FILTER (WHERE ((("orders"."amount" * NULLIF("t1"."sluice_divisor_7", 0)) <= "t1"."sluice_dividend_6") IS NULL)) AS "sluice_count_12"
FROM "main"."orders",
    (SELECT (CAST(SUM("amount") AS DOUBLE PRECISION) / NULLIF(CAST(COUNT("amount") AS DOUBLE PRECISION), 0)) AS "sluice_avg_5",
      SUM("amount") AS "sluice_dividend_6",
      COUNT("amount") AS "sluice_divisor_7"
    FROM "main"."orders") AS "t1";

SELECT COUNT(*) AS "sluice_count_6",
    COUNT(*) FILTER (WHERE (NOT (("orders"."amount" < "t1"."sluice_median_5") AND (("t1"."sluice_median_5" <> CAST('NaN' AS DOUBLE PRECISION)) OR ("orders"."amount" IS NULL))))) AS "sluice_count_8",
    COUNT(*) FILTER (WHERE ((("orders"."amount" < "t1"."sluice_median_5") AND (("t1"."sluice_median_5" <> CAST('NaN' AS DOUBLE PRECISION)) OR ("orders"."amount" IS NULL))) IS NULL)) AS "sluice_count_10"
FROM "main"."orders"
  LEFT JOIN (SELECT "sluice_value_1" AS "status",
      PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY CAST("sluice_value_3" AS DOUBLE PRECISION)) AS "sluice_median_5"
    FROM (SELECT ("status" COLLATE "C") AS "sluice_value_1",
          "amount" AS "sluice_value_3"
        FROM "main"."orders") AS "s1"
    GROUP BY "sluice_value_1") AS "t1" ON (COALESCE(("orders"."status" COLLATE "C"), '') = COALESCE("t1"."status", '')) AND ((("orders"."status" COLLATE "C") IS NULL) = ("t1"."status" IS NULL));

