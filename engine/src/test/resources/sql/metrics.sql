-- DuckDB

SELECT "sluice_count_1",
  "sluice_count_3",
  "sluice_sum_5",
    (SELECT SUM("amount") AS "sluice_sum_15"
    FROM "main"."orders"
    WHERE ("status" = CAST(? AS VARCHAR))) AS "sluice_count_16",
    (SELECT COUNT("amount") AS "sluice_count_18"
    FROM "main"."orders"
    WHERE ("status" = CAST(? AS VARCHAR))) AS "sluice_count_19",
  "sluice_min_6",
  "sluice_stddev_samp_8",
    (SELECT COUNT(*) AS "sluice_count_20"
    FROM "main"."orders"
    WHERE ("status" IS NULL)) AS "sluice_count_21",
  "sluice_corr_9",
  "sluice_min_10",
  "sluice_min_11",
  "sluice_max_12",
  "sluice_max_13"
FROM (SELECT COUNT(*) AS "sluice_count_1",
      COUNT("status") AS "sluice_count_3",
      SUM("amount") AS "sluice_sum_5",
      MIN("status") AS "sluice_min_6",
      STDDEV_SAMP(CAST("id" AS DOUBLE)) AS "sluice_stddev_samp_8",
      CORR(CAST("id" AS DOUBLE), CAST("amount" AS DOUBLE)) AS "sluice_corr_9",
      MIN(CASE WHEN "amount" IS NOT NULL THEN "id" END) AS "sluice_min_10",
      MIN(CASE WHEN "id" IS NOT NULL THEN "amount" END) AS "sluice_min_11",
      MAX(CASE WHEN "amount" IS NOT NULL THEN "id" END) AS "sluice_max_12",
      MAX(CASE WHEN "id" IS NOT NULL THEN "amount" END) AS "sluice_max_13"
    FROM "main"."orders") AS "sluice_totals_22";
-- [paid, paid]

SELECT (SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY CAST("amount" AS DOUBLE)) AS "sluice_percentile_cont_2"
    FROM "main"."orders") AS "sluice_count_5",
    (SELECT PERCENTILE_DISC(0.95) WITHIN GROUP (ORDER BY "amount") AS "sluice_percentile_disc_4"
    FROM "main"."orders") AS "sluice_count_6";

SELECT COUNT(*) AS "sluice_count_1"
FROM "main"."customers";

-- PostgreSQL

SELECT COUNT(*) AS "sluice_count_1",
  COUNT("status") AS "sluice_count_3",
  SUM("amount") AS "sluice_sum_5",
    SUM("amount") FILTER (WHERE (("status" COLLATE "C") = CAST(? AS TEXT))) AS "sluice_sum_7",
    COUNT("amount") FILTER (WHERE (("status" COLLATE "C") = CAST(? AS TEXT))) AS "sluice_count_9",
  MIN(("status" COLLATE "C")) AS "sluice_min_11",
  STDDEV_SAMP(CAST("id" AS DOUBLE PRECISION)) AS "sluice_stddev_samp_13",
    COUNT(*) FILTER (WHERE ("status" IS NULL)) AS "sluice_count_15",
  CORR(CAST("id" AS DOUBLE PRECISION), CAST("amount" AS DOUBLE PRECISION)) AS "sluice_corr_16",
  MIN(CASE WHEN "amount" IS NOT NULL THEN "id" END) AS "sluice_min_17",
  MIN(CASE WHEN "id" IS NOT NULL THEN "amount" END) AS "sluice_min_18",
  MAX(CASE WHEN "amount" IS NOT NULL THEN "id" END) AS "sluice_max_19",
  MAX(CASE WHEN "id" IS NOT NULL THEN "amount" END) AS "sluice_max_20"
FROM "main"."orders";
-- [paid, paid]

SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY CAST("amount" AS DOUBLE PRECISION)) AS "sluice_percentile_cont_2",
  PERCENTILE_DISC(0.95) WITHIN GROUP (ORDER BY "amount") AS "sluice_percentile_disc_3"
FROM "main"."orders";

SELECT COUNT(*) AS "sluice_count_1"
FROM "main"."customers";

