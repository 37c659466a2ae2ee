-- DuckDB

SELECT (SELECT COUNT(*) AS "sluice_count_1"
    FROM "main"."orders") AS "sluice_count_16",
    (SELECT COUNT(*) AS "sluice_count_2"
    FROM "main"."orders"
    WHERE NOT (CHAR_LENGTH("status") < CAST(? AS BIGINT))) AS "sluice_count_17",
    (SELECT COUNT(*) AS "sluice_count_3"
    FROM "main"."orders"
    WHERE ("status" IS NULL)) AS "sluice_count_18",
    (SELECT COUNT(*) AS "sluice_count_4"
    FROM "main"."orders"
    WHERE NOT (ROUND("amount", 1) = "amount")) AS "sluice_count_19",
    (SELECT COUNT(*) AS "sluice_count_5"
    FROM "main"."orders"
    WHERE ("amount" IS NULL)) AS "sluice_count_20",
    (SELECT COUNT(*) AS "sluice_count_6"
    FROM "main"."orders"
    WHERE NOT ((CAST("amount" AS DOUBLE) / NULLIF(CAST("id" AS DOUBLE), 0)) < CAST(? AS BIGINT))) AS "sluice_count_21",
    (SELECT COUNT(*) AS "sluice_count_7"
    FROM "main"."orders"
    WHERE (((CAST("amount" AS DOUBLE) / NULLIF(CAST("id" AS DOUBLE), 0)) < CAST(? AS BIGINT)) IS NULL)) AS "sluice_count_22",
    (SELECT COUNT(*) AS "sluice_count_8"
    FROM "main"."orders"
    WHERE NOT ((CAST("id" AS DECIMAL(38, 0)) * CAST(2 AS DECIMAL(38, 0))) < CAST(? AS BIGINT))) AS "sluice_count_23",
    (SELECT COUNT(*) AS "sluice_count_9"
    FROM "main"."orders"
    WHERE ("id" IS NULL)) AS "sluice_count_24",
    (SELECT COUNT(*) AS "sluice_count_10"
    FROM "main"."orders"
    WHERE NOT ((CAST(? AS TIMESTAMP) - "placed") < (CAST(? AS BIGINT) * INTERVAL '1 microsecond'))) AS "sluice_count_25",
    (SELECT COUNT(*) AS "sluice_count_11"
    FROM "main"."orders"
    WHERE (((CAST(? AS TIMESTAMP) - "placed") < (CAST(? AS BIGINT) * INTERVAL '1 microsecond')) IS NULL)) AS "sluice_count_26",
    (SELECT COUNT(*) AS "sluice_count_12"
    FROM "main"."orders"
    WHERE NOT ((CASE WHEN regexp_full_match("status", CAST(? AS VARCHAR)) THEN CAST("status" AS DOUBLE) END > CAST(? AS BIGINT)) AND (CASE WHEN regexp_full_match("status", CAST(? AS VARCHAR)) THEN CAST("status" AS DOUBLE) END <> CAST('NaN' AS DOUBLE)))) AS "sluice_count_27",
    (SELECT COUNT(*) AS "sluice_count_13"
    FROM "main"."orders"
    WHERE (((CASE WHEN regexp_full_match("status", CAST(? AS VARCHAR)) THEN CAST("status" AS DOUBLE) END > CAST(? AS BIGINT)) AND (CASE WHEN regexp_full_match("status", CAST(? AS VARCHAR)) THEN CAST("status" AS DOUBLE) END <> CAST('NaN' AS DOUBLE))) IS NULL)) AS "sluice_count_28",
    (SELECT COUNT(*) AS "sluice_count_14"
    FROM "main"."orders"
    WHERE NOT regexp_full_match("status", CAST(? AS VARCHAR))) AS "sluice_count_29",
    (SELECT COUNT(*) AS "sluice_count_15"
    FROM "main"."orders"
    WHERE NOT (RIGHT(("status" || CAST(? AS VARCHAR)), CHAR_LENGTH(CAST(? AS VARCHAR))) = CAST(? AS VARCHAR))) AS "sluice_count_30";
-- [10, 2, 2, 7, 2024-01-31T12:00, 5400000000, 2024-01-31T12:00, 5400000000, [+\-]?[0-9]{1,150}(?:\.[0-9]{1,150})?(?:[Ee][+\-]?[0-9]{1,2})?, 1, [+\-]?[0-9]{1,150}(?:\.[0-9]{1,150})?(?:[Ee][+\-]?[0-9]{1,2})?, [+\-]?[0-9]{1,150}(?:\.[0-9]{1,150})?(?:[Ee][+\-]?[0-9]{1,2})?, 1, [+\-]?[0-9]{1,150}(?:\.[0-9]{1,150})?(?:[Ee][+\-]?[0-9]{1,2})?, [1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]|[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00, x, dx, dx]

-- PostgreSQL

SELECT COUNT(*) AS "sluice_count_1",
    COUNT(*) FILTER (WHERE (NOT (CHAR_LENGTH("status") < CAST(? AS BIGINT)))) AS "sluice_count_3",
    COUNT(*) FILTER (WHERE ("status" IS NULL)) AS "sluice_count_5",
    COUNT(*) FILTER (WHERE (NOT (ROUND("amount", 1) = "amount"))) AS "sluice_count_7",
    COUNT(*) FILTER (WHERE ("amount" IS NULL)) AS "sluice_count_9",
    COUNT(*) FILTER (WHERE (NOT ((CAST("amount" AS DOUBLE PRECISION) / NULLIF(CAST("id" AS DOUBLE PRECISION), 0)) < CAST(? AS BIGINT)))) AS "sluice_count_11",
    COUNT(*) FILTER (WHERE (((CAST("amount" AS DOUBLE PRECISION) / NULLIF(CAST("id" AS DOUBLE PRECISION), 0)) < CAST(? AS BIGINT)) IS NULL)) AS "sluice_count_13",
    COUNT(*) FILTER (WHERE (NOT ((CAST("id" AS DECIMAL(38, 0)) * CAST(2 AS DECIMAL(38, 0))) < CAST(? AS BIGINT)))) AS "sluice_count_15",
    COUNT(*) FILTER (WHERE ("id" IS NULL)) AS "sluice_count_17",
    COUNT(*) FILTER (WHERE (NOT ((CAST(? AS TIMESTAMP) - "placed") < (CAST(? AS BIGINT) * INTERVAL '1 microsecond')))) AS "sluice_count_19",
    COUNT(*) FILTER (WHERE (((CAST(? AS TIMESTAMP) - "placed") < (CAST(? AS BIGINT) * INTERVAL '1 microsecond')) IS NULL)) AS "sluice_count_21",
    COUNT(*) FILTER (WHERE (NOT ((CASE WHEN (("status" COLLATE "C") ~ CAST(? AS TEXT)) THEN CAST("status" AS DOUBLE PRECISION) END > CAST(? AS BIGINT)) AND (CASE WHEN (("status" COLLATE "C") ~ CAST(? AS TEXT)) THEN CAST("status" AS DOUBLE PRECISION) END <> CAST('NaN' AS DOUBLE PRECISION))))) AS "sluice_count_23",
    COUNT(*) FILTER (WHERE (((CASE WHEN (("status" COLLATE "C") ~ CAST(? AS TEXT)) THEN CAST("status" AS DOUBLE PRECISION) END > CAST(? AS BIGINT)) AND (CASE WHEN (("status" COLLATE "C") ~ CAST(? AS TEXT)) THEN CAST("status" AS DOUBLE PRECISION) END <> CAST('NaN' AS DOUBLE PRECISION))) IS NULL)) AS "sluice_count_25",
    COUNT(*) FILTER (WHERE (NOT (("status" COLLATE "C") ~ CAST(? AS TEXT)))) AS "sluice_count_27",
    COUNT(*) FILTER (WHERE (NOT (RIGHT(("status" || CAST(? AS TEXT)), CHAR_LENGTH(CAST(? AS TEXT))) = CAST(? AS TEXT)))) AS "sluice_count_29"
FROM "main"."orders";
-- [10, 2, 2, 7, 2024-01-31T12:00, 5400000000, 2024-01-31T12:00, 5400000000, ^(?:[+\-]?[0-9]{1,150}(?:\.[0-9]{1,150})?(?:[Ee][+\-]?[0-9]{1,2})?)$, 1, ^(?:[+\-]?[0-9]{1,150}(?:\.[0-9]{1,150})?(?:[Ee][+\-]?[0-9]{1,2})?)$, ^(?:[+\-]?[0-9]{1,150}(?:\.[0-9]{1,150})?(?:[Ee][+\-]?[0-9]{1,2})?)$, 1, ^(?:[+\-]?[0-9]{1,150}(?:\.[0-9]{1,150})?(?:[Ee][+\-]?[0-9]{1,2})?)$, ^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]|[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)$, x, dx, dx]

