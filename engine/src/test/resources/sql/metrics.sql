-- DuckDB

SELECT (SELECT COUNT(*) AS "sluice_count_1"
    FROM "main"."orders") AS "sluice_count_30",
    (SELECT COUNT("status") AS "sluice_count_3"
    FROM "main"."orders") AS "sluice_count_31",
    (SELECT SUM("amount") AS "sluice_sum_5"
    FROM "main"."orders") AS "sluice_count_32",
    (SELECT SUM("amount") AS "sluice_sum_7"
    FROM "main"."orders"
    WHERE ("status" = CAST(? AS VARCHAR))) AS "sluice_count_33",
    (SELECT COUNT("amount") AS "sluice_count_9"
    FROM "main"."orders"
    WHERE ("status" = CAST(? AS VARCHAR))) AS "sluice_count_34",
    (SELECT MIN("status") AS "sluice_min_11"
    FROM "main"."orders") AS "sluice_count_35",
    (SELECT STDDEV_SAMP(CAST("id" AS DOUBLE)) AS "sluice_stddev_samp_13"
    FROM "main"."orders") AS "sluice_count_36",
    (SELECT COUNT(*) AS "sluice_count_14"
    FROM "main"."orders"
    WHERE ("status" IS NULL)) AS "sluice_count_37",
    (SELECT CORR(CAST("id" AS DOUBLE), CAST("amount" AS DOUBLE)) AS "sluice_corr_17"
    FROM "main"."orders") AS "sluice_count_38",
    (SELECT MIN(CASE WHEN "amount" IS NOT NULL THEN "id" END) AS "sluice_min_20"
    FROM "main"."orders") AS "sluice_count_39",
    (SELECT MIN(CASE WHEN "id" IS NOT NULL THEN "amount" END) AS "sluice_min_23"
    FROM "main"."orders") AS "sluice_count_40",
    (SELECT MAX(CASE WHEN "amount" IS NOT NULL THEN "id" END) AS "sluice_max_26"
    FROM "main"."orders") AS "sluice_count_41",
    (SELECT MAX(CASE WHEN "id" IS NOT NULL THEN "amount" END) AS "sluice_max_29"
    FROM "main"."orders") AS "sluice_count_42";
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

