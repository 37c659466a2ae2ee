-- DuckDB

SELECT COUNT(*) AS "sluice_count_2",
    COUNT(*) FILTER (WHERE (NOT (("orders"."amount" IS NULL) OR CASE WHEN ("orders"."customer" IS NULL) THEN NULL ELSE ("t1"."sluice_key_1" IS NOT NULL) END))) AS "sluice_count_4",
    COUNT(*) FILTER (WHERE ((("orders"."amount" IS NULL) OR CASE WHEN ("orders"."customer" IS NULL) THEN NULL ELSE ("t1"."sluice_key_1" IS NOT NULL) END) IS NULL)) AS "sluice_count_6"
FROM "main"."orders"
  LEFT JOIN (SELECT "id" AS "sluice_key_1"
    FROM "main"."customers"
    WHERE ("id" IS NOT NULL)
    GROUP BY "id") AS "t1" ON ("orders"."customer" = "t1"."sluice_key_1");

-- PostgreSQL

SELECT COUNT(*) AS "sluice_count_2",
    COUNT(*) FILTER (WHERE (NOT (("orders"."amount" IS NULL) OR CASE WHEN ("orders"."customer" IS NULL) THEN NULL ELSE ("t1"."sluice_key_1" IS NOT NULL) END))) AS "sluice_count_4",
    COUNT(*) FILTER (WHERE ((("orders"."amount" IS NULL) OR CASE WHEN ("orders"."customer" IS NULL) THEN NULL ELSE ("t1"."sluice_key_1" IS NOT NULL) END) IS NULL)) AS "sluice_count_6"
FROM "main"."orders"
  LEFT JOIN (SELECT "id" AS "sluice_key_1"
    FROM "main"."customers"
    WHERE ("id" IS NOT NULL)
    GROUP BY "id") AS "t1" ON ("orders"."customer" = "t1"."sluice_key_1");

