-- DuckDB

SELECT (SELECT COUNT(*) AS "sluice_count_4"
    FROM "main"."orders") AS "sluice_count_6",
    (SELECT SUM("sluice_rows_2") AS "sluice_repeated_3"
    FROM (SELECT "id" AS "sluice_key_1",
          COUNT(*) AS "sluice_rows_2"
        FROM "main"."orders"
        WHERE ("id" IS NOT NULL)
        GROUP BY "id"
        HAVING (COUNT(*) > 1)) AS "s1") AS "sluice_count_7",
    (SELECT COUNT(*) AS "sluice_count_5"
    FROM "main"."orders"
    WHERE ("id" IS NULL)) AS "sluice_count_8";

SELECT (SELECT COUNT(*) AS "sluice_count_5"
    FROM "main"."orders") AS "sluice_count_7",
    (SELECT SUM("sluice_rows_3") AS "sluice_repeated_4"
    FROM (SELECT "sluice_key_1",
          "sluice_key_2",
          COUNT(*) AS "sluice_rows_3"
        FROM (SELECT "id" AS "sluice_key_1",
              LOWER("status") AS "sluice_key_2"
            FROM "main"."orders"
            WHERE ("id" IS NOT NULL) AND (LOWER("status") IS NOT NULL)) AS "s1"
        GROUP BY "sluice_key_1",
          "sluice_key_2"
        HAVING (COUNT(*) > 1)) AS "s2") AS "sluice_count_8",
    (SELECT COUNT(*) AS "sluice_count_6"
    FROM "main"."orders"
    WHERE ("id" IS NULL) OR (LOWER("status") IS NULL)) AS "sluice_count_9";

-- PostgreSQL

SELECT SUM("sluice_rows_2") AS "sluice_rows_6",
    SUM("sluice_rows_2") FILTER (WHERE (("sluice_rows_2" > 1) AND ("sluice_key_1" IS NOT NULL))) AS "sluice_rows_7",
    SUM("sluice_rows_2") FILTER (WHERE ("sluice_key_1" IS NULL)) AS "sluice_rows_8"
FROM (SELECT "id" AS "sluice_key_1",
      COUNT(*) AS "sluice_rows_2"
    FROM "main"."orders"
    GROUP BY "id") AS "s1";

SELECT SUM("sluice_rows_3") AS "sluice_rows_7",
    SUM("sluice_rows_3") FILTER (WHERE (("sluice_rows_3" > 1) AND ("sluice_key_1" IS NOT NULL) AND ("sluice_key_2" IS NOT NULL))) AS "sluice_rows_8",
    SUM("sluice_rows_3") FILTER (WHERE (("sluice_key_1" IS NULL) OR ("sluice_key_2" IS NULL))) AS "sluice_rows_9"
FROM (SELECT "sluice_key_1",
      "sluice_key_2",
      COUNT(*) AS "sluice_rows_3"
    FROM (SELECT "id" AS "sluice_key_1",
            (LOWER("status") COLLATE "C") AS "sluice_key_2"
        FROM "main"."orders") AS "s1"
    GROUP BY "sluice_key_1",
      "sluice_key_2") AS "s2";

