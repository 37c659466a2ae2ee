-- DuckDB

SELECT *
FROM (SELECT COUNT(*) AS "sluice_count_1"
    FROM "main"."orders"
      LEFT JOIN "main"."customers" ON ("orders"."customer" = "customers"."id")
    WHERE ("customers"."id" IS NULL) AND ("orders"."customer" IS NOT NULL)) AS "sluice_part_6"
  CROSS JOIN (SELECT (SELECT COUNT(*) AS "sluice_count_2"
        FROM "main"."orders") AS "sluice_count_4",
        (SELECT COUNT(*) AS "sluice_count_3"
        FROM "main"."orders"
        WHERE ("customer" IS NULL)) AS "sluice_count_5") AS "sluice_part_7";

-- PostgreSQL

SELECT *
FROM (SELECT COUNT(*) AS "sluice_count_1"
    FROM "main"."orders"
      LEFT JOIN "main"."customers" ON ("orders"."customer" = "customers"."id")
    WHERE ("customers"."id" IS NULL) AND ("orders"."customer" IS NOT NULL)) AS "sluice_part_5"
  CROSS JOIN (SELECT COUNT(*) AS "sluice_count_2",
        COUNT(*) FILTER (WHERE ("customer" IS NULL)) AS "sluice_count_4"
    FROM "main"."orders") AS "sluice_part_6";

