package dev.sluice.connectors.mariadb;

import dev.sluice.dsl.expression.Regex;
import dev.sluice.dsl.expression.RegexPrinter;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlDialect;

/** How MariaDB's SQL differs from the general one. */
final class MariaDbSql implements SqlProfile {

  private final SqlDialect dialect = new MariaDbDialect();
  private final Map<String, String> templates = MariaDbTemplates.all();

  @Override
  public SqlDialect dialect() {
    return dialect;
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
    return "BIGINT NOT NULL PRIMARY KEY";
  }

  @Override
  public Optional<String> identityDefinition() {
    return Optional.of("\"sluice_identity\" BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY");
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

  @Override
  public boolean hasStatistics() {
    return false;
  }

  @Override
  public String nullsLastTemplate(boolean descending) {
    return descending ? "{0} IS NULL, {0} DESC" : "{0} IS NULL, {0}";
  }

  @Override
  public String matchTemplate() {
    return "{0} REGEXP {1}";
  }

  @Override
  public String pattern(Regex regex) {
    return RegexPrinter.print(regex, RegexPrinter.PCRE);
  }

  /** Every column is read in a collation that orders so, and so is every value of the session. */
  @Override
  public String codePointOrderTemplate() {
    return "{0}";
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
