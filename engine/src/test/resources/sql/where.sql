-- DuckDB

SELECT (SELECT COUNT(*) AS "sluice_count_1"
    FROM "main"."orders"
    WHERE ("day" = CAST(? AS DATE)) AND ("status" <> CAST(? AS VARCHAR))) AS "sluice_count_6",
    (SELECT COUNT(*) AS "sluice_count_2"
    FROM "main"."orders"
    WHERE ("day" = CAST(? AS DATE)) AND ("status" <> CAST(? AS VARCHAR)) AND NOT ("amount" > CAST(? AS BIGINT))) AS "sluice_count_7",
    (SELECT COUNT(*) AS "sluice_count_3"
    FROM "main"."orders"
    WHERE ("day" = CAST(? AS DATE)) AND ("status" <> CAST(? AS VARCHAR)) AND ("amount" IS NULL)) AS "sluice_count_8",
    (SELECT COUNT(*) AS "sluice_count_4"
    FROM "main"."orders"
    WHERE ("day" = CAST(? AS DATE))) AS "sluice_count_9",
    (SELECT COUNT(*) AS "sluice_count_5"
    FROM "main"."orders"
    WHERE ("day" = CAST(? AS DATE)) AND ("score" IS NOT NULL)) AS "sluice_count_10";
-- [2024-01-31, void, 2024-01-31, void, 0, 2024-01-31, void, 2024-01-31, 2024-01-31]

SELECT (SELECT COUNT(*) AS "sluice_count_4"
    FROM "main"."orders"
    WHERE ("day" = CAST(? AS DATE)) AND ("status" <> CAST(? AS VARCHAR))) AS "sluice_count_6",
    (SELECT SUM("sluice_rows_2") AS "sluice_repeated_3"
    FROM (SELECT "id" AS "sluice_key_1",
          COUNT(*) AS "sluice_rows_2"
        FROM "main"."orders"
        WHERE ("day" = CAST(? AS DATE)) AND ("status" <> CAST(? AS VARCHAR)) AND ("id" IS NOT NULL)
        GROUP BY "id"
        HAVING (COUNT(*) > 1)) AS "s1") AS "sluice_count_7",
    (SELECT COUNT(*) AS "sluice_count_5"
    FROM "main"."orders"
    WHERE ("day" = CAST(? AS DATE)) AND ("status" <> CAST(? AS VARCHAR)) AND ("id" IS NULL)) AS "sluice_count_8";
-- [2024-01-31, void, 2024-01-31, void, 2024-01-31, void]

SELECT COUNT(*) AS "sluice_count_2",
    COUNT(*) FILTER (WHERE ("t"."id" IS NOT NULL)) AS "sluice_count_4"
FROM (SELECT *
    FROM "main"."orders"
    WHERE ("day" = CAST(? AS DATE))) AS "t"
  LEFT JOIN (SELECT "id" AS "sluice_key_1"
    FROM "main"."customers"
    WHERE ("id" IS NOT NULL)
    GROUP BY "id") AS "t2" ON ("t"."customer" = "t2"."sluice_key_1")
WHERE CASE WHEN ("t"."customer" IS NULL) THEN NULL ELSE ("t2"."sluice_key_1" IS NOT NULL) END;
-- [2024-01-31]

-- PostgreSQL

SELECT COUNT(*) FILTER (WHERE (("status" COLLATE "C") <> CAST(? AS TEXT))) AS "sluice_count_2",
    COUNT(*) FILTER (WHERE ((("status" COLLATE "C") <> CAST(? AS TEXT)) AND NOT ("amount" > CAST(? AS BIGINT)))) AS "sluice_count_4",
    COUNT(*) FILTER (WHERE ((("status" COLLATE "C") <> CAST(? AS TEXT)) AND ("amount" IS NULL))) AS "sluice_count_6",
  COUNT(*) AS "sluice_count_7",
    COUNT(*) FILTER (WHERE ("score" IS NOT NULL)) AS "sluice_count_9"
FROM "main"."orders"
WHERE ("day" = CAST(? AS DATE));
-- [void, void, 0, void, 2024-01-31]

SELECT SUM("sluice_rows_2") AS "sluice_rows_6",
    SUM("sluice_rows_2") FILTER (WHERE (("sluice_rows_2" > 1) AND ("sluice_key_1" IS NOT NULL))) AS "sluice_rows_7",
    SUM("sluice_rows_2") FILTER (WHERE ("sluice_key_1" IS NULL)) AS "sluice_rows_8"
FROM (SELECT "id" AS "sluice_key_1",
      COUNT(*) AS "sluice_rows_2"
    FROM "main"."orders"
    WHERE ("day" = CAST(? AS DATE)) AND (("status" COLLATE "C") <> CAST(? AS TEXT))
    GROUP BY "id") AS "s1";
-- [2024-01-31, void]

SELECT COUNT(*) AS "sluice_count_2",
    COUNT(*) FILTER (WHERE ("t"."id" IS NOT NULL)) AS "sluice_count_4"
FROM (SELECT *
    FROM "main"."orders"
    WHERE ("day" = CAST(? AS DATE))) AS "t"
  LEFT JOIN (SELECT "id" AS "sluice_key_1"
    FROM "main"."customers"
    WHERE ("id" IS NOT NULL)
    GROUP BY "id") AS "t2" ON ("t"."customer" = "t2"."sluice_key_1")
WHERE CASE WHEN ("t"."customer" IS NULL) THEN NULL ELSE ("t2"."sluice_key_1" IS NOT NULL) END;
-- [2024-01-31]

