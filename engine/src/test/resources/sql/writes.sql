-- DuckDB

INSERT INTO "main"."target" ("id", "amount", "sluice_run", "sluice_reasons", "sluice_at")
SELECT "t"."id",
    "t"."amount",
    CAST(? AS VARCHAR) AS "sluice_run",
      ('[' || SUBSTRING((CASE WHEN "marks"."f2" THEN CAST(? AS VARCHAR) ELSE '' END), 2) || ']') AS "sluice_reasons",
    CAST(? AS TIMESTAMP WITH TIME ZONE) AS "sluice_at"
  FROM (SELECT "id",
        "customer",
        "status",
        "amount",
        "score",
        "day",
        "placed",
        "rowid" AS "sluice_row"
      FROM "main"."orders") AS "t"
    INNER JOIN "marks" ON ("t"."sluice_row" = "marks"."sluice_row")
  WHERE "marks"."f2";
-- [run, ,"a \"b\"", 1970-01-01T00:00:00Z]

DELETE FROM "main"."orders"
WHERE "rowid" IN (SELECT "sluice_row"
    FROM "marks"
    WHERE "f2");

UPDATE "main"."orders" SET "amount" = CASE WHEN ("rowid" IN (SELECT "sluice_row"
        FROM "marks"
        WHERE "f1")) THEN CAST(CAST(? AS BIGINT) AS DECIMAL(12, 2)) WHEN ("rowid" IN (SELECT "sluice_row"
        FROM "marks"
        WHERE "f3")) THEN CAST("amount" AS DECIMAL(12, 2)) ELSE "amount" END
WHERE "rowid" IN (SELECT "sluice_row"
    FROM "marks"
    WHERE ("f1" OR "f3") AND CASE WHEN "f2" THEN FALSE ELSE TRUE END);
-- [0]

INSERT INTO "main"."target" ("id", "amount")
SELECT "id",
    "amount"
  FROM "main"."orders";

INSERT INTO "main"."target" ("id", "amount")
SELECT "t"."id",
    CASE WHEN "marks"."f1" THEN CAST(CAST(? AS BIGINT) AS DECIMAL(12, 2)) ELSE CASE WHEN "marks"."f3" THEN CAST("t"."amount" AS DECIMAL(12, 2)) ELSE "t"."amount" END END AS "amount"
  FROM (SELECT "id",
        "customer",
        "status",
        "amount",
        "score",
        "day",
        "placed",
        "rowid" AS "sluice_row"
      FROM "main"."orders") AS "t"
    LEFT JOIN "marks" ON ("t"."sluice_row" = "marks"."sluice_row")
  WHERE CASE WHEN "marks"."f2" THEN FALSE ELSE TRUE END;
-- [0]

DELETE FROM "main"."target"
WHERE ("amount" < CAST(? AS BIGINT));
-- [5]

DELETE FROM "main"."target"
WHERE ("id", "amount") IN (SELECT "id",
      "amount"
    FROM "main"."orders");

SELECT COUNT(*) AS "sluice_count_1"
FROM "main"."orders"
WHERE CASE WHEN ("amount" < CAST(? AS BIGINT)) THEN FALSE ELSE TRUE END;
-- [5]

-- PostgreSQL

INSERT INTO "main"."target" ("id", "amount", "sluice_run", "sluice_reasons", "sluice_at")
SELECT "t"."id",
    "t"."amount",
    CAST(? AS TEXT) AS "sluice_run",
      ('[' || SUBSTRING((CASE WHEN "marks"."f2" THEN CAST(? AS TEXT) ELSE '' END), 2) || ']') AS "sluice_reasons",
    CAST(? AS TIMESTAMP WITH TIME ZONE) AS "sluice_at"
  FROM (SELECT "id",
        "customer",
        "status",
        "amount",
        "score",
        "day",
        "placed",
        "ctid" AS "sluice_row"
      FROM "main"."orders") AS "t"
    INNER JOIN "marks" ON ("t"."sluice_row" = "marks"."sluice_row")
  WHERE "marks"."f2";
-- [run, ,"a \"b\"", 1970-01-01T00:00:00Z]

DELETE FROM "main"."orders"
WHERE "ctid" IN (SELECT "sluice_row"
    FROM "marks"
    WHERE "f2");

UPDATE "main"."orders" SET "amount" = CASE WHEN ("ctid" IN (SELECT "sluice_row"
        FROM "marks"
        WHERE "f1")) THEN CAST(CAST(? AS BIGINT) AS DECIMAL(12, 2)) WHEN ("ctid" IN (SELECT "sluice_row"
        FROM "marks"
        WHERE "f3")) THEN CAST("amount" AS DECIMAL(12, 2)) ELSE "amount" END
WHERE "ctid" IN (SELECT "sluice_row"
    FROM "marks"
    WHERE ("f1" OR "f3") AND CASE WHEN "f2" THEN FALSE ELSE TRUE END);
-- [0]

INSERT INTO "main"."target" ("id", "amount")
SELECT "id",
    "amount"
  FROM "main"."orders";

INSERT INTO "main"."target" ("id", "amount")
SELECT "t"."id",
    CASE WHEN "marks"."f1" THEN CAST(CAST(? AS BIGINT) AS DECIMAL(12, 2)) ELSE CASE WHEN "marks"."f3" THEN CAST("t"."amount" AS DECIMAL(12, 2)) ELSE "t"."amount" END END AS "amount"
  FROM (SELECT "id",
        "customer",
        "status",
        "amount",
        "score",
        "day",
        "placed",
        "ctid" AS "sluice_row"
      FROM "main"."orders") AS "t"
    LEFT JOIN "marks" ON ("t"."sluice_row" = "marks"."sluice_row")
  WHERE CASE WHEN "marks"."f2" THEN FALSE ELSE TRUE END;
-- [0]

DELETE FROM "main"."target"
WHERE ("amount" < CAST(? AS BIGINT));
-- [5]

DELETE FROM "main"."target"
WHERE ("id", "amount") IN (SELECT "id",
      "amount"
    FROM "main"."orders");

SELECT COUNT(*) AS "sluice_count_1"
FROM "main"."orders"
WHERE CASE WHEN ("amount" < CAST(? AS BIGINT)) THEN FALSE ELSE TRUE END;
-- [5]

