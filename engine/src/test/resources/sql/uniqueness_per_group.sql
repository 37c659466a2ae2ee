-- DuckDB

SELECT (SELECT COUNT(*) AS "sluice_count_6"
    FROM "main"."orders") AS "sluice_count_8",
    (SELECT SUM("sluice_rows_4") AS "sluice_repeated_5"
    FROM (SELECT "day" AS "sluice_key_1",
          "status" AS "sluice_key_2",
          "id" AS "sluice_key_3",
          COUNT(*) AS "sluice_rows_4"
        FROM "main"."orders"
        WHERE ("id" IS NOT NULL)
        GROUP BY "day",
          "status",
          "id"
        HAVING (COUNT(*) > 1)) AS "s1") AS "sluice_count_9",
    (SELECT COUNT(*) AS "sluice_count_7"
    FROM "main"."orders"
    WHERE ("id" IS NULL)) AS "sluice_count_10";

-- PostgreSQL

SELECT SUM("sluice_rows_4") AS "sluice_rows_8",
    SUM("sluice_rows_4") FILTER (WHERE (("sluice_rows_4" > 1) AND ("sluice_key_3" IS NOT NULL))) AS "sluice_rows_9",
    SUM("sluice_rows_4") FILTER (WHERE ("sluice_key_3" IS NULL)) AS "sluice_rows_10"
FROM (SELECT "sluice_key_1",
      "sluice_key_2",
      "sluice_key_3",
      COUNT(*) AS "sluice_rows_4"
    FROM (SELECT "day" AS "sluice_key_1",
            ("status" COLLATE "C") AS "sluice_key_2",
          "id" AS "sluice_key_3"
        FROM "main"."orders") AS "s1"
    GROUP BY "sluice_key_1",
      "sluice_key_2",
      "sluice_key_3") AS "s2";

