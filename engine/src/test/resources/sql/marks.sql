-- DuckDB

CREATE TEMPORARY TABLE "marks" (
  "sluice_row" BIGINT,
  "f1" BOOLEAN,
  "f2" BOOLEAN,
  "f3" BOOLEAN
);

INSERT INTO "marks" ("sluice_row", "f1", "f2", "f3")
SELECT *
  FROM (SELECT "sluice_row",
        CASE WHEN (("status" IS NOT NULL) AND NOT ("amount" > CAST(? AS BIGINT))) THEN TRUE ELSE FALSE END AS "f1",
        CASE WHEN (NOT CASE WHEN ("customer" IS NULL) THEN NULL ELSE ("sluice_key_1" IS NOT NULL) END) THEN TRUE ELSE FALSE END AS "f2",
        CASE WHEN (("id" IS NOT NULL) AND ("sluice_place_2" > 1)) THEN TRUE ELSE FALSE END AS "f3"
      FROM (SELECT "t"."id",
            "t"."customer",
            "t"."status",
            "t"."amount",
            "t"."score",
            "t"."day",
            "t"."placed",
            "t"."sluice_row",
            "t2"."sluice_key_1",
              (ROW_NUMBER() OVER (PARTITION BY "t"."id", "t"."day" ORDER BY "t"."placed" DESC NULLS LAST, "t"."sluice_row")) AS "sluice_place_2"
          FROM (SELECT "id",
                "customer",
                "status",
                "amount",
                "score",
                "day",
                "placed",
                "rowid" AS "sluice_row"
              FROM "main"."orders") AS "t"
            LEFT JOIN (SELECT "id" AS "sluice_key_1"
              FROM "main"."customers"
              WHERE ("id" IS NOT NULL)
              GROUP BY "id") AS "t2" ON ("t"."customer" = "t2"."sluice_key_1")) AS "s1") AS "s2"
  WHERE "f1" OR "f2" OR "f3";
-- [0]

SELECT COUNT(*) FILTER (WHERE ("f1" OR "f2")) AS "sluice_count_2",
    COUNT(*) FILTER (WHERE ("f3" AND NOT ("f1" OR "f2"))) AS "sluice_count_4"
FROM "marks";

-- PostgreSQL

CREATE TEMPORARY TABLE "marks" (
  "sluice_row" TID,
  "f1" BOOLEAN,
  "f2" BOOLEAN,
  "f3" BOOLEAN
);

INSERT INTO "marks" ("sluice_row", "f1", "f2", "f3")
SELECT *
  FROM (SELECT "sluice_row",
        CASE WHEN (("status" IS NOT NULL) AND NOT ("amount" > CAST(? AS BIGINT))) THEN TRUE ELSE FALSE END AS "f1",
        CASE WHEN (NOT CASE WHEN ("customer" IS NULL) THEN NULL ELSE ("sluice_key_1" IS NOT NULL) END) THEN TRUE ELSE FALSE END AS "f2",
        CASE WHEN (("id" IS NOT NULL) AND ("sluice_place_2" > 1)) THEN TRUE ELSE FALSE END AS "f3"
      FROM (SELECT "t"."id",
            "t"."customer",
            "t"."status",
            "t"."amount",
            "t"."score",
            "t"."day",
            "t"."placed",
            "t"."sluice_row",
            "t2"."sluice_key_1",
              (ROW_NUMBER() OVER (PARTITION BY "t"."id", "t"."day" ORDER BY "t"."placed" DESC NULLS LAST, "t"."sluice_row")) AS "sluice_place_2"
          FROM (SELECT "id",
                "customer",
                "status",
                "amount",
                "score",
                "day",
                "placed",
                "ctid" AS "sluice_row"
              FROM "main"."orders") AS "t"
            LEFT JOIN (SELECT "id" AS "sluice_key_1"
              FROM "main"."customers"
              WHERE ("id" IS NOT NULL)
              GROUP BY "id") AS "t2" ON ("t"."customer" = "t2"."sluice_key_1")) AS "s1") AS "s2"
  WHERE "f1" OR "f2" OR "f3";
-- [0]

SELECT COUNT(*) FILTER (WHERE ("f1" OR "f2")) AS "sluice_count_2",
    COUNT(*) FILTER (WHERE ("f3" AND NOT ("f1" OR "f2"))) AS "sluice_count_4"
FROM "marks";

