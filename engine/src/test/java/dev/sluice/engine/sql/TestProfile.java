package dev.sluice.engine.sql;

import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.pattern.RegexPrinter;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;
import org.apache.calcite.sql.dialect.PostgresqlSqlDialect;
import org.jspecify.annotations.Nullable;

/** The least that two databases need: this room is tested without the connectors. */
record TestProfile(
    SqlDialect dialect,
    Map<String, String> templates,
    String rowIdentity,
    String rowIdentityType,
    Map<Type.Family, String> names,
    String matchTemplate,
    String codePointOrderTemplate,
    boolean prunesByPredicate)
    implements SqlProfile {

  static final SqlProfile DUCKDB =
      new TestProfile(
          new DuckDBSqlDialect(DuckDBSqlDialect.DEFAULT_CONTEXT) {
            @Override
            public void unparseOffsetFetch(
                SqlWriter writer, @Nullable SqlNode offset, @Nullable SqlNode fetch) {
              unparseFetchUsingLimit(writer, offset, fetch);
            }
          },
          Map.of("div", "CAST({0} AS HUGEINT) // NULLIF({1}, 0)"),
          "rowid",
          "BIGINT",
          Map.of(Type.Family.TEXT, "VARCHAR", Type.Family.DOUBLE, "DOUBLE"),
          "regexp_full_match({0}, {1})",
          "{0}",
          true);

  static final SqlProfile POSTGRESQL =
      new TestProfile(
          PostgresqlSqlDialect.DEFAULT,
          Map.of(),
          "ctid",
          "TID",
          Map.of(Type.Family.TEXT, "TEXT", Type.Family.DOUBLE, "DOUBLE PRECISION"),
          "{0} ~ {1}",
          "{0} COLLATE \"C\"",
          false);

  @Override
  public Set<String> missing() {
    return Set.of("is_json");
  }

  @Override
  public String rowHashTemplate() {
    return "HASH({0..})";
  }

  @Override
  public String typeName(Type type) {
    return switch (type.family()) {
      case TEXT, DOUBLE -> names.getOrDefault(type.family(), "");
      case INTEGER -> "BIGINT";
      case DECIMAL ->
          type.precision() == 0
              ? "DECIMAL"
              : "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
      case DURATION -> "INTERVAL";
      case TIMESTAMPTZ -> "TIMESTAMP WITH TIME ZONE";
      default -> type.family().name();
    };
  }

  @Override
  public String pattern(Regex regex) {
    return RegexPrinter.print(
        regex, rowIdentity.equals("rowid") ? RegexPrinter.RE2 : RegexPrinter.ADVANCED);
  }

  @Override
  public String searched(Regex regex) {
    return RegexPrinter.printSearched(
        regex, rowIdentity.equals("rowid") ? RegexPrinter.RE2 : RegexPrinter.ADVANCED);
  }
}
