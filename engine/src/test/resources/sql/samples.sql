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

SELECT *
FROM (SELECT CAST(0 AS BIGINT) AS "sluice_line",
        CAST(0 AS BIGINT) AS "sluice_place",
        "id",
        "amount",
        "status"
      FROM "main"."orders"
      WHERE (1 = 0)
      UNION ALL
      SELECT 0 AS "sluice_line",
          (ROW_NUMBER() OVER (ORDER BY "sluice_key_3" NULLS LAST)) AS "sluice_place",
        "sluice_shown_1" AS "id",
        "sluice_shown_2" AS "amount",
        NULL AS "status"
      FROM (SELECT *
          FROM (SELECT "amount" AS "sluice_shown_2",
                "id" AS "sluice_shown_1",
                "id" AS "sluice_key_3"
              FROM "main"."orders"
              WHERE NOT ("amount" > CAST(? AS BIGINT))) AS "sluice_rows_4"
          ORDER BY "sluice_key_3" NULLS LAST
          LIMIT 5) AS "sluice_rows_5"
      UNION ALL
      SELECT 1 AS "sluice_line",
          (ROW_NUMBER() OVER (ORDER BY "sluice_key_8" NULLS LAST)) AS "sluice_place",
        "sluice_shown_6" AS "id",
        NULL AS "amount",
        "sluice_shown_7" AS "status"
      FROM (SELECT *
          FROM (SELECT "id" AS "sluice_shown_6",
                "status" AS "sluice_shown_7",
                "id" AS "sluice_key_8"
              FROM "main"."orders"
              WHERE ("status" IS NULL)) AS "sluice_rows_9"
          ORDER BY "sluice_key_8" NULLS LAST
          LIMIT 5) AS "sluice_rows_10") AS "sluice_samples_11"
ORDER BY "sluice_line",
  "sluice_place";
-- [0]

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

WITH "sluice_found_7" AS (SELECT "id" AS "sluice_column_1",
      "amount" AS "sluice_column_2",
      "status" AS "sluice_column_3",
      "id" AS "sluice_order_4",
      CASE WHEN (NOT ("amount" > CAST(? AS BIGINT))) THEN TRUE ELSE FALSE END AS "sluice_fault_5",
      CASE WHEN ("status" IS NULL) THEN TRUE ELSE FALSE END AS "sluice_fault_6"
    FROM "main"."orders"
    WHERE NOT ("amount" > CAST(? AS BIGINT)) OR ("status" IS NULL)) (SELECT *
    FROM (SELECT CAST(0 AS BIGINT) AS "sluice_line",
            CAST(0 AS BIGINT) AS "sluice_place",
            "id",
            "amount",
            "status"
          FROM "main"."orders"
          WHERE (1 = 0)
          UNION ALL
          SELECT 0 AS "sluice_line",
              (ROW_NUMBER() OVER (ORDER BY "sluice_key_10" NULLS LAST)) AS "sluice_place",
            "sluice_shown_8" AS "id",
            "sluice_shown_9" AS "amount",
            NULL AS "status"
          FROM (SELECT "sluice_column_2" AS "sluice_shown_9",
                "sluice_column_1" AS "sluice_shown_8",
                "sluice_order_4" AS "sluice_key_10"
              FROM "sluice_found_7"
              WHERE "sluice_fault_5"
              ORDER BY "sluice_key_10" NULLS LAST
              FETCH NEXT 5 ROWS ONLY) AS "sluice_rows_11"
          UNION ALL
          SELECT 1 AS "sluice_line",
              (ROW_NUMBER() OVER (ORDER BY "sluice_key_14" NULLS LAST)) AS "sluice_place",
            "sluice_shown_12" AS "id",
            NULL AS "amount",
            "sluice_shown_13" AS "status"
          FROM (SELECT "sluice_column_1" AS "sluice_shown_12",
                "sluice_column_3" AS "sluice_shown_13",
                "sluice_order_4" AS "sluice_key_14"
              FROM "sluice_found_7"
              WHERE "sluice_fault_6"
              ORDER BY "sluice_key_14" NULLS LAST
              FETCH NEXT 5 ROWS ONLY) AS "sluice_rows_15") AS "sluice_samples_16"
    ORDER BY "sluice_line",
      "sluice_place");
-- [0, 0]

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

