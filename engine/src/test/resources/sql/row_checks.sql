-- DuckDB

SELECT "sluice_count_1",
    (SELECT COUNT(*) AS "sluice_count_6"
    FROM "main"."orders"
    WHERE ("id" IS NULL)) AS "sluice_count_7",
    (SELECT COUNT(*) AS "sluice_count_8"
    FROM "main"."orders"
    WHERE NOT (("amount" >= CAST(? AS BIGINT)) AND ("amount" <= CAST(? AS DECIMAL(3, 1))))) AS "sluice_count_9",
    (SELECT COUNT(*) AS "sluice_count_10"
    FROM "main"."orders"
    WHERE ("amount" IS NULL)) AS "sluice_count_11",
    (SELECT COUNT(*) AS "sluice_count_12"
    FROM "main"."orders"
    WHERE NOT ("status" < CAST(? AS VARCHAR))) AS "sluice_count_13",
  "sluice_count_3",
    (SELECT COUNT(*) AS "sluice_count_14"
    FROM "main"."orders"
    WHERE NOT ("status" IN (CAST(? AS VARCHAR), CAST(? AS VARCHAR)))) AS "sluice_count_15",
    (SELECT COUNT(*) AS "sluice_count_16"
    FROM "main"."orders"
    WHERE NOT ("status" LIKE CAST(? AS VARCHAR) ESCAPE '!')) AS "sluice_count_17",
    (SELECT COUNT(*) AS "sluice_count_18"
    FROM "main"."orders"
    WHERE NOT ("status" LIKE CAST(? AS VARCHAR) ESCAPE '!')) AS "sluice_count_19",
  "sluice_count_5",
    (SELECT COUNT(*) AS "sluice_count_20"
    FROM "main"."orders"
    WHERE NOT (("score" >= "amount") AND (("score" <> CAST('NaN' AS DOUBLE)) OR ("amount" IS NULL)))) AS "sluice_count_21",
    (SELECT COUNT(*) AS "sluice_count_22"
    FROM "main"."orders"
    WHERE ("score" IS NULL) OR ("amount" IS NULL)) AS "sluice_count_23",
    (SELECT COUNT(*) AS "sluice_count_24"
    FROM "main"."orders"
    WHERE NOT (("score" <> "score") OR ("score" = CAST('NaN' AS DOUBLE)) AND ("score" IS NOT NULL))) AS "sluice_count_25",
    (SELECT COUNT(*) AS "sluice_count_26"
    FROM "main"."orders"
    WHERE ("score" IS NULL)) AS "sluice_count_27",
    (SELECT COUNT(*) AS "sluice_count_28"
    FROM "main"."orders"
    WHERE NOT ("placed" < CAST(? AS TIMESTAMP))) AS "sluice_count_29",
    (SELECT COUNT(*) AS "sluice_count_30"
    FROM "main"."orders"
    WHERE ("placed" IS NULL)) AS "sluice_count_31"
FROM (SELECT COUNT(*) AS "sluice_count_1",
        COUNT(*) FILTER (WHERE ("status" IS NULL)) AS "sluice_count_3",
        COUNT(*) FILTER (WHERE (NOT regexp_full_match("status", CAST(? AS VARCHAR)))) AS "sluice_count_5"
    FROM "main"."orders") AS "sluice_totals_32";
-- [0, 99.5, it's, new, paid, 50\%, 50!%, 2024-01-31T12:00, a[^\x{a}]b+]

-- PostgreSQL

SELECT COUNT(*) AS "sluice_count_1",
    COUNT(*) FILTER (WHERE ("id" IS NULL)) AS "sluice_count_3",
    COUNT(*) FILTER (WHERE (NOT (("amount" >= CAST(? AS BIGINT)) AND ("amount" <= CAST(? AS DECIMAL(3, 1)))))) AS "sluice_count_5",
    COUNT(*) FILTER (WHERE ("amount" IS NULL)) AS "sluice_count_7",
    COUNT(*) FILTER (WHERE (NOT (("status" COLLATE "C") < CAST(? AS TEXT)))) AS "sluice_count_9",
    COUNT(*) FILTER (WHERE ("status" IS NULL)) AS "sluice_count_11",
    COUNT(*) FILTER (WHERE (NOT (("status" COLLATE "C") IN (CAST(? AS TEXT), CAST(? AS TEXT))))) AS "sluice_count_13",
    COUNT(*) FILTER (WHERE (NOT (("status" COLLATE "C") LIKE CAST(? AS TEXT) ESCAPE '!'))) AS "sluice_count_15",
    COUNT(*) FILTER (WHERE (NOT (("status" COLLATE "C") LIKE CAST(? AS TEXT) ESCAPE '!'))) AS "sluice_count_17",
    COUNT(*) FILTER (WHERE (NOT (("status" COLLATE "C") ~ CAST(? AS TEXT)))) AS "sluice_count_19",
    COUNT(*) FILTER (WHERE (NOT (("score" >= "amount") AND (("score" <> CAST('NaN' AS DOUBLE PRECISION)) OR ("amount" IS NULL))))) AS "sluice_count_21",
    COUNT(*) FILTER (WHERE (("score" IS NULL) OR ("amount" IS NULL))) AS "sluice_count_23",
    COUNT(*) FILTER (WHERE (NOT (("score" <> "score") OR ("score" = CAST('NaN' AS DOUBLE PRECISION)) AND ("score" IS NOT NULL)))) AS "sluice_count_25",
    COUNT(*) FILTER (WHERE ("score" IS NULL)) AS "sluice_count_27",
    COUNT(*) FILTER (WHERE (NOT ("placed" < CAST(? AS TIMESTAMP)))) AS "sluice_count_29",
    COUNT(*) FILTER (WHERE ("placed" IS NULL)) AS "sluice_count_31"
FROM "main"."orders";
-- [0, 99.5, it's, new, paid, 50\%, 50!%, ^(?:a[^\U0000000a]b+)$, 2024-01-31T12:00]

