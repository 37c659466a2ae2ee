-- DuckDB

SELECT COUNT(*) AS "sluice_count_3",
    COUNT(*) FILTER (WHERE (NOT (("orders"."amount" IS NULL) OR CASE WHEN ("orders"."status" IS NULL) THEN NULL ELSE ("t2"."sluice_key_1" IS NULL) END))) AS "sluice_count_5",
    COUNT(*) FILTER (WHERE ((("orders"."amount" IS NULL) OR CASE WHEN ("orders"."status" IS NULL) THEN NULL ELSE ("t2"."sluice_key_1" IS NULL) END) IS NULL)) AS "sluice_count_7"
FROM "main"."orders"
  LEFT JOIN (SELECT "status" AS "sluice_key_1",
      COUNT(*) AS "sluice_rows_2"
    FROM "main"."orders"
    WHERE ("status" IS NOT NULL)
    GROUP BY "status"
    HAVING (COUNT(*) > 1)) AS "t2" ON ("orders"."status" = "t2"."sluice_key_1");

-- PostgreSQL

SELECT COUNT(*) AS "sluice_count_3",
    COUNT(*) FILTER (WHERE (NOT (("orders"."amount" IS NULL) OR CASE WHEN (("orders"."status" COLLATE "C") IS NULL) THEN NULL ELSE ("t2"."sluice_key_1" IS NULL) END))) AS "sluice_count_5",
    COUNT(*) FILTER (WHERE ((("orders"."amount" IS NULL) OR CASE WHEN (("orders"."status" COLLATE "C") IS NULL) THEN NULL ELSE ("t2"."sluice_key_1" IS NULL) END) IS NULL)) AS "sluice_count_7"
FROM "main"."orders"
  LEFT JOIN (SELECT "sluice_key_1",
      COUNT(*) AS "sluice_rows_2"
    FROM (SELECT ("status" COLLATE "C") AS "sluice_key_1"
        FROM "main"."orders"
        WHERE ("status" IS NOT NULL)) AS "s1"
    GROUP BY "sluice_key_1"
    HAVING (COUNT(*) > 1)) AS "t2" ON (("orders"."status" COLLATE "C") = "t2"."sluice_key_1");

