-- DuckDB

SELECT COUNT(*) AS "sluice_distinct_count_5",
  COALESCE(SUM("sluice_rows_2" - 1), 0) AS "sluice_duplicate_count_6",
    MIN("sluice_key_1") FILTER (WHERE ("sluice_rows_2" = "sluice_most_3")) AS "sluice_mode_7",
  SUM(0 - (CAST("sluice_rows_2" AS DOUBLE) / CAST("sluice_total_4" AS DOUBLE)) * LN((CAST("sluice_rows_2" AS DOUBLE) / CAST("sluice_total_4" AS DOUBLE)))) AS "sluice_entropy_8"
FROM (SELECT "sluice_key_1",
      "sluice_rows_2",
        (MAX("sluice_rows_2") OVER ()) AS "sluice_most_3",
        (SUM("sluice_rows_2") OVER ()) AS "sluice_total_4"
    FROM (SELECT "status" AS "sluice_key_1",
          COUNT(*) AS "sluice_rows_2"
        FROM "main"."orders"
        WHERE ("status" IS NOT NULL)
        GROUP BY "status") AS "s1") AS "s2";

-- PostgreSQL

SELECT COUNT(*) AS "sluice_distinct_count_5",
  COALESCE(SUM("sluice_rows_2" - 1), 0) AS "sluice_duplicate_count_6",
    MIN("sluice_key_1") FILTER (WHERE ("sluice_rows_2" = "sluice_most_3")) AS "sluice_mode_7",
  SUM(0 - (CAST("sluice_rows_2" AS DOUBLE PRECISION) / CAST("sluice_total_4" AS DOUBLE PRECISION)) * LN((CAST("sluice_rows_2" AS DOUBLE PRECISION) / CAST("sluice_total_4" AS DOUBLE PRECISION)))) AS "sluice_entropy_8"
FROM (SELECT "sluice_key_1",
      "sluice_rows_2",
        (MAX("sluice_rows_2") OVER ()) AS "sluice_most_3",
        (SUM("sluice_rows_2") OVER ()) AS "sluice_total_4"
    FROM (SELECT "sluice_key_1",
          COUNT(*) AS "sluice_rows_2"
        FROM (SELECT ("status" COLLATE "C") AS "sluice_key_1"
            FROM "main"."orders"
            WHERE ("status" IS NOT NULL)) AS "s1"
        GROUP BY "sluice_key_1") AS "s2") AS "s3";

