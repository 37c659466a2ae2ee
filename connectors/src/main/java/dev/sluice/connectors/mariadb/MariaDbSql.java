package dev.sluice.connectors.mariadb;

import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.pattern.RegexPrinter;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.Narrowing;
import dev.sluice.engine.connector.SqlProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/** How MariaDB's SQL differs from the general one. */
final class MariaDbSql implements SqlProfile {

  private final Map<String, String> templates = MariaDbTemplates.all();

  @Override
  public SqlDialect dialect() {
    return MariaDbDialect.INSTANCE;
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
  public boolean hasNaN() {
    return false;
  }

  /** The column of a primary key that is one whole number; see {@link MariaDbCatalogue}. */
  @Override
  public String rowIdentity() {
    return "_rowid";
  }

  @Override
  public String rowIdentityType() {
    return "BIGINT";
  }

  /** Else every row that is looked at while single ones are found is locked. */
  @Override
  public String rowKeyType() {
    return "BIGINT NOT NULL PRIMARY KEY";
  }

  @Override
  public Optional<String> identityDefinition() {
    return Optional.of(
        "\"%s\" BIGINT NOT NULL AUTO_INCREMENT INVISIBLE PRIMARY KEY"
            .formatted(MariaDbCatalogue.IDENTITY));
  }

  @Override
  public String typeName(Type type) {
    return MariaDbTypes.word(type);
  }

  @Override
  public String castName(Type type) {
    return MariaDbTypes.castWord(type);
  }

  /** What is declared of a column may not stand in a cast; the column takes what fits. */
  @Override
  public String castName(Column column) {
    return castName(column.type());
  }

  @Override
  public Optional<String> narrowingTemplate(Column from, Column to) {
    return Narrowing.template(from, to, MariaDbTypes::sizedCastWord);
  }

  @Override
  public String keyTypeName() {
    return "VARCHAR(40) CHARACTER SET utf8mb4 COLLATE "
        + MariaDbSession.COLLATION
        + " NOT NULL PRIMARY KEY";
  }

  @Override
  public String valueTemplate(Column column) {
    return MariaDbTypes.valueTemplate(column);
  }

  @Override
  public boolean isInstant(String typeName) {
    return typeName.equalsIgnoreCase("timestamp");
  }

  // as a moment in the session's UTC: an instant would pass through the zone of the driver, which
  // is this machine's on a connection that somebody else opened
  @Override
  public Object bound(Object value) {
    return value instanceof Instant instant
        ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
        : SqlProfile.super.bound(value);
  }

  @Override
  public @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    LocalDateTime moment = row.getObject(column, LocalDateTime.class);
    return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
  }

  @Override
  public boolean hasStatistics() {
    return false;
  }

  @Override
  public String nullsLastTemplate(boolean descending) {
    return descending ? "{0} IS NULL, {0} DESC" : "{0} IS NULL, {0}";
  }

  @Override
  public boolean limitsNamesInBytes() {
    return false;
  }

  @Override
  public String matchTemplate() {
    return "{0} REGEXP {1}";
  }

  @Override
  public String pattern(Regex regex) {
    return RegexPrinter.print(regex, RegexPrinter.PCRE);
  }

  @Override
  public String searched(Regex regex) {
    return RegexPrinter.printSearched(regex, RegexPrinter.PCRE);
  }

  /** Every column is read in a collation that orders so, and so is every value of the session. */
  @Override
  public String codePointOrderTemplate() {
    return "{0}";
  }

  /** Groups tell the negative zero from the other. */
  @Override
  public String exactDoubleTemplate() {
    return "{0} + 0e0";
  }

  @Override
  public String rowHashTemplate() {
    return "CAST(CONV(LEFT(MD5(CONCAT(QUOTE(CAST({0.. AS BINARY)), QUOTE(CAST(} AS BINARY)))), 15),"
        + " 16, 10) AS UNSIGNED)";
  }

  @Override
  public boolean prunesByPredicate() {
    return false;
  }
}
