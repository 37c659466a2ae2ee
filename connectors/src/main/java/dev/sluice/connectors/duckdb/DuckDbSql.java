package dev.sluice.connectors.duckdb;

import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.pattern.RegexPrinter;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/** How DuckDB's SQL differs from the general one. */
final class DuckDbSql implements SqlProfile {

  private final Map<String, String> templates = DuckDbTemplates.all();

  @Override
  public SqlDialect dialect() {
    return DuckDbDialect.INSTANCE;
  }

  @Override
  public Map<String, String> templates() {
    return templates;
  }

  @Override
  public Set<String> missing() {
    return Set.of();
  }

  @Override
  public String rowIdentity() {
    return "rowid";
  }

  @Override
  public String rowIdentityType() {
    return "BIGINT";
  }

  // asked for by class, a day comes by way of this machine's midnight
  @Override
  public @Nullable LocalDate date(ResultSet row, int column) throws SQLException {
    return (LocalDate) row.getObject(column);
  }

  // as a moment of any class it comes by way of this machine's clock; the number is as stored
  @Override
  public @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    long microseconds = row.getLong(column);
    return row.wasNull() ? null : Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
  }

  @Override
  public Object bound(Object value) {
    return value instanceof LocalDate day ? new Day(day) : SqlProfile.super.bound(value);
  }

  @Override
  public String typeName(Type type) {
    return DuckDbTypes.word(type);
  }

  @Override
  public String matchTemplate() {
    return "regexp_full_match({0}, {1})";
  }

  @Override
  public String pattern(Regex regex) {
    return RegexPrinter.print(regex, RegexPrinter.RE2);
  }

  @Override
  public String searched(Regex regex) {
    return RegexPrinter.printSearched(regex, RegexPrinter.RE2);
  }

  @Override
  public String codePointOrderTemplate() {
    return "{0} COLLATE \"C\"";
  }

  @Override
  public String rowHashTemplate() {
    return "HASH({0..})";
  }

  @Override
  public boolean prunesByPredicate() {
    return true;
  }
}
