-- DuckDB

SELECT "sluice_shown_3" AS "id",
  "sluice_shown_4" AS "status"
FROM (SELECT "orders"."id" AS "sluice_shown_3",
      "orders"."status" AS "sluice_shown_4",
      "orders"."id" AS "sluice_key_5"
    FROM "main"."orders"
      LEFT JOIN (SELECT "id" AS "sluice_key_1",
          COUNT(*) AS "sluice_rows_2"
        FROM "main"."orders"
        WHERE ("id" IS NOT NULL)
        GROUP BY "id"
        HAVING (COUNT(*) > 1)) AS "t2" ON ("orders"."id" = "t2"."sluice_key_1")
    WHERE NOT CASE WHEN ("orders"."id" IS NULL) THEN NULL ELSE ("t2"."sluice_key_1" IS NULL) END) AS "sluice_rows_6"
ORDER BY "sluice_key_5" NULLS LAST
LIMIT 5;

SELECT "sluice_shown_5" AS "status",
  "sluice_shown_6" AS "row_count"
FROM (SELECT "status" AS "sluice_shown_5",
      "sluice_row_count_4" AS "sluice_shown_6",
      "status" AS "sluice_key_7"
    FROM (SELECT "status",
          COUNT(*) AS "sluice_row_count_4"
        FROM "main"."orders"
        GROUP BY "status") AS "s1"
    WHERE CASE WHEN ("sluice_row_count_4" > CAST(? AS BIGINT)) THEN FALSE ELSE TRUE END) AS "sluice_rows_8"
ORDER BY "sluice_key_7" NULLS LAST
LIMIT 5;
-- [3]

-- PostgreSQL

SELECT "sluice_shown_3" AS "id",
  "sluice_shown_4" AS "status"
FROM (SELECT "orders"."id" AS "sluice_shown_3",
      "orders"."status" AS "sluice_shown_4",
      "orders"."id" AS "sluice_key_5"
    FROM "main"."orders"
      LEFT JOIN (SELECT "id" AS "sluice_key_1",
          COUNT(*) AS "sluice_rows_2"
        FROM "main"."orders"
        WHERE ("id" IS NOT NULL)
        GROUP BY "id"
        HAVING (COUNT(*) > 1)) AS "t2" ON ("orders"."id" = "t2"."sluice_key_1")
    WHERE NOT CASE WHEN ("orders"."id" IS NULL) THEN NULL ELSE ("t2"."sluice_key_1" IS NULL) END) AS "sluice_rows_6"
ORDER BY "sluice_key_5" NULLS LAST
FETCH NEXT 5 ROWS ONLY;

SELECT "sluice_shown_5" AS "status",
  "sluice_shown_6" AS "row_count"
FROM (SELECT "status" AS "sluice_shown_5",
      "sluice_row_count_4" AS "sluice_shown_6",
        ("status" COLLATE "C") AS "sluice_key_7"
    FROM (SELECT "sluice_value_1" AS "status",
          COUNT(*) AS "sluice_row_count_4"
        FROM (SELECT ("status" COLLATE "C") AS "sluice_value_1"
            FROM "main"."orders") AS "s1"
        GROUP BY "sluice_value_1") AS "s2"
    WHERE CASE WHEN ("sluice_row_count_4" > CAST(? AS BIGINT)) THEN FALSE ELSE TRUE END) AS "sluice_rows_8"
ORDER BY "sluice_key_7" NULLS LAST
FETCH NEXT 5 ROWS ONLY;
-- [3]

