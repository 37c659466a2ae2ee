-- DuckDB

SELECT COUNT(*) AS "sluice_count_16",
    COUNT(*) FILTER (WHERE (("s1"."sluice_dividend_9" >= (CAST(CAST(? AS BIGINT) AS DECIMAL(38, 0)) * NULLIF("s1"."sluice_divisor_10", 0))) AND ("s1"."sluice_dividend_9" <= (CAST(CAST(? AS BIGINT) AS DECIMAL(38, 0)) * NULLIF("s1"."sluice_divisor_10", 0))))) AS "sluice_count_18",
    COUNT(*) FILTER (WHERE ("s1"."sluice_row_count_11" > CAST(? AS BIGINT))) AS "sluice_count_20",
    COUNT(*) FILTER (WHERE ("s1"."sluice_sum_12" < "t3"."sluice_row_count_15")) AS "sluice_count_22"
FROM (SELECT "status",
        (CAST(SUM("amount") AS DOUBLE) / NULLIF(CAST(COUNT("amount") AS DOUBLE), 0)) AS "sluice_avg_8",
      SUM("amount") AS "sluice_dividend_9",
      COUNT("amount") AS "sluice_divisor_10",
      COUNT(*) AS "sluice_row_count_11",
      SUM("amount") AS "sluice_sum_12"
    FROM "main"."orders"
    GROUP BY "status") AS "s1",
    (SELECT COUNT(*) AS "sluice_row_count_15"
    FROM "main"."customers") AS "t3";
-- [10, 50, 3]

-- PostgreSQL

SELECT COUNT(*) AS "sluice_count_16",
    COUNT(*) FILTER (WHERE (("s2"."sluice_dividend_9" >= (CAST(CAST(? AS BIGINT) AS DECIMAL(38, 0)) * NULLIF("s2"."sluice_divisor_10", 0))) AND ("s2"."sluice_dividend_9" <= (CAST(CAST(? AS BIGINT) AS DECIMAL(38, 0)) * NULLIF("s2"."sluice_divisor_10", 0))))) AS "sluice_count_18",
    COUNT(*) FILTER (WHERE ("s2"."sluice_row_count_11" > CAST(? AS BIGINT))) AS "sluice_count_20",
    COUNT(*) FILTER (WHERE ("s2"."sluice_sum_12" < "t3"."sluice_row_count_15")) AS "sluice_count_22"
FROM (SELECT "sluice_value_1" AS "status",
        (CAST(SUM("sluice_value_3") AS DOUBLE PRECISION) / NULLIF(CAST(COUNT("sluice_value_3") AS DOUBLE PRECISION), 0)) AS "sluice_avg_8",
      SUM("sluice_value_3") AS "sluice_dividend_9",
      COUNT("sluice_value_3") AS "sluice_divisor_10",
      COUNT(*) AS "sluice_row_count_11",
      SUM("sluice_value_3") AS "sluice_sum_12"
    FROM (SELECT ("status" COLLATE "C") AS "sluice_value_1",
          "amount" AS "sluice_value_3"
        FROM "main"."orders") AS "s1"
    GROUP BY "sluice_value_1") AS "s2",
    (SELECT COUNT(*) AS "sluice_row_count_15"
    FROM "main"."customers") AS "t3";
-- [10, 50, 3]

