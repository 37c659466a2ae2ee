-- DuckDB

SELECT CASE WHEN COUNT(*) > 2 AND MIN("sluice_value_1") < MAX("sluice_value_1") THEN SQRT(CAST(COUNT(*) AS DOUBLE) * (COUNT(*) - 1)) / (COUNT(*) - 2) * (SUM(("sluice_value_1" - "sluice_value_2") * ("sluice_value_1" - "sluice_value_2") * ("sluice_value_1" - "sluice_value_2")) / COUNT(*)) / POWER(SUM(("sluice_value_1" - "sluice_value_2") * ("sluice_value_1" - "sluice_value_2")) / COUNT(*), CAST(1.5 AS DOUBLE)) END AS "sluice_result_12"
FROM (SELECT CAST("amount" AS DOUBLE) AS "sluice_value_1",
        (AVG(CAST("amount" AS DOUBLE)) OVER ()) AS "sluice_value_2"
    FROM "main"."orders"
    WHERE ("amount" IS NOT NULL)) AS "s1";

-- PostgreSQL

SELECT CASE WHEN COUNT(*) > 2 AND MIN("sluice_value_1") < MAX("sluice_value_1") THEN SQRT(CAST(COUNT(*) AS DOUBLE PRECISION) * (COUNT(*) - 1)) / (COUNT(*) - 2) * (SUM(("sluice_value_1" - "sluice_value_2") * ("sluice_value_1" - "sluice_value_2") * ("sluice_value_1" - "sluice_value_2")) / COUNT(*)) / POWER(SUM(("sluice_value_1" - "sluice_value_2") * ("sluice_value_1" - "sluice_value_2")) / COUNT(*), CAST(1.5 AS DOUBLE PRECISION)) END AS "sluice_result_12"
FROM (SELECT CAST("amount" AS DOUBLE PRECISION) AS "sluice_value_1",
        (AVG(CAST("amount" AS DOUBLE PRECISION)) OVER ()) AS "sluice_value_2"
    FROM "main"."orders"
    WHERE ("amount" IS NOT NULL)) AS "s1";

