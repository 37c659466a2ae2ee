package dev.sluice.connectors.sqlite;

import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.pattern.RegexPrinter;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.calcite.sql.SqlDialect;

/** How SQLite's SQL differs from the general one. */
final class SqliteSql implements SqlProfile {

  private final Map<String, String> templates = SqliteTemplates.all();
  private final Map<String, String> aggregates = SqliteTemplates.aggregates();

  @Override
  public SqlDialect dialect() {
    return SqliteDialect.INSTANCE;
  }

  @Override
  public Map<String, String> templates() {
    return templates;
  }

  @Override
  public Map<String, String> aggregates() {
    return aggregates;
  }

  @Override
  public Set<String> missing() {
    return Set.of();
  }

  /** What would be NaN is NULL. */
  @Override
  public boolean hasNaN() {
    return false;
  }

  @Override
  public boolean hasTypedValues() {
    return false;
  }

  @Override
  public Object bound(Object value) {
    if (value instanceof BigDecimal number) {
      return Exact.nearest(number);
    }
    if (value instanceof LocalDateTime moment) {
      // another year is refused where the statement reads it
      return Moments.isKept(moment) ? Moments.text(moment) : moment.toString();
    }
    if (value instanceof Instant moment) {
      return Moments.text(moment);
    }
    if (value instanceof LocalTime time) {
      return Moments.text(time);
    }
    return value instanceof LocalDate || value instanceof UUID ? value.toString() : value;
  }

  /** A cast to a type that SQLite does not know would make a number. */
  @Override
  public String castTemplate(Type type, String word) {
    return switch (type.family()) {
      case TEXT, JSON -> "CAST({0} AS TEXT)";
      case INTEGER, BOOLEAN, DURATION -> "CAST({0} AS INTEGER)";
      case DECIMAL -> "CAST({0} AS NUMERIC)";
      case DOUBLE -> "CAST({0} AS REAL)";
      case DATE -> "sluice_date({0})";
      case TIME -> "sluice_time({0})";
      case TIMESTAMP -> "sluice_timestamp({0})";
      case TIMESTAMPTZ -> "sluice_instant({0})";
      case UUID -> "sluice_uuid({0})";
      case BINARY, OTHER, NULL -> "{0}";
    };
  }

  @Override
  public String valueTemplate(Column column) {
    return StoredValues.judged(column);
  }

  /** Numbers alone: other values stand in any column as they are. */
  @Override
  public Optional<String> narrowingTemplate(Column from, Column to) {
    boolean rounds = to.type().is(Type.Family.DOUBLE) && !from.type().is(Type.Family.DOUBLE);
    return rounds
        ? Optional.of("TYPEOF({0}) = 'integer' AND CAST(CAST({0} AS REAL) AS INTEGER) <> {0}")
        : Optional.empty();
  }

  @Override
  public String copyTemplate(Column column) {
    return StoredValues.copied(column);
  }

  @Override
  public String rowIdentity() {
    return "rowid";
  }

  @Override
  public String rowIdentityType() {
    return "INTEGER";
  }

  @Override
  public String typeName(Type type) {
    return SqliteTypes.word(type);
  }

  @Override
  public boolean hasLike(String pattern) {
    return false;
  }

  @Override
  public String matchTemplate() {
    return "sluice_matches({0}, {1})";
  }

  @Override
  public String pattern(Regex regex) {
    return RegexPrinter.print(regex, RegexPrinter.JAVA);
  }

  @Override
  public String searched(Regex regex) {
    return RegexPrinter.printSearched(regex, RegexPrinter.JAVA);
  }

  /** Texts compare by their bytes wherever a column's own collation does not reach. */
  @Override
  public String codePointOrderTemplate() {
    return "{0} COLLATE BINARY";
  }

  @Override
  public String rowHashTemplate() {
    return "sluice_hash({0..})";
  }

  @Override
  public boolean prunesByPredicate() {
    return false;
  }
}
