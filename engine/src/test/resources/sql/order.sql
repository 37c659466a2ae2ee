-- DuckDB

SELECT COUNT(*) AS "sluice_count_2",
    COUNT(*) FILTER (WHERE (NOT CASE WHEN (("amount" IS NULL) OR ("placed" IS NULL)) THEN NULL WHEN ("sluice_before_1" IS NULL) THEN TRUE ELSE ("amount" < "sluice_before_1") END)) AS "sluice_count_4",
    COUNT(*) FILTER (WHERE (CASE WHEN (("amount" IS NULL) OR ("placed" IS NULL)) THEN NULL WHEN ("sluice_before_1" IS NULL) THEN TRUE ELSE ("amount" < "sluice_before_1") END IS NULL)) AS "sluice_count_6"
FROM (SELECT "id",
      "customer",
      "status",
      "amount",
      "score",
      "day",
      "placed",
        (LAG("amount") OVER (PARTITION BY CASE WHEN (("amount" IS NULL) OR ("placed" IS NULL)) THEN TRUE ELSE FALSE END, "customer" ORDER BY "placed", "amount")) AS "sluice_before_1"
    FROM "main"."orders") AS "s1";

-- PostgreSQL

SELECT COUNT(*) AS "sluice_count_2",
    COUNT(*) FILTER (WHERE (NOT CASE WHEN (("amount" IS NULL) OR ("placed" IS NULL)) THEN NULL WHEN ("sluice_before_1" IS NULL) THEN TRUE ELSE ("amount" < "sluice_before_1") END)) AS "sluice_count_4",
    COUNT(*) FILTER (WHERE (CASE WHEN (("amount" IS NULL) OR ("placed" IS NULL)) THEN NULL WHEN ("sluice_before_1" IS NULL) THEN TRUE ELSE ("amount" < "sluice_before_1") END IS NULL)) AS "sluice_count_6"
FROM (SELECT "id",
      "customer",
      "status",
      "amount",
      "score",
      "day",
      "placed",
        (LAG("amount") OVER (PARTITION BY CASE WHEN (("amount" IS NULL) OR ("placed" IS NULL)) THEN TRUE ELSE FALSE END, "customer" ORDER BY "placed", "amount")) AS "sluice_before_1"
    FROM "main"."orders") AS "s1";

