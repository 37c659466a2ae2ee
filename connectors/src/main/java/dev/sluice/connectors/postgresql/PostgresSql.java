package dev.sluice.connectors.postgresql;

import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.pattern.RegexPrinter;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlDialect;

/** How PostgreSQL's SQL differs from the general one. */
final class PostgresSql implements SqlProfile {

  private final Map<String, String> templates = PostgresTemplates.all();

  @Override
  public SqlDialect dialect() {
    return PostgresDialect.INSTANCE;
  }

  @Override
  public Map<String, String> templates() {
    return templates;
  }

  @Override
  public Set<String> missing() {
    // `IS JSON` came with version 16
    return Set.of("is_json");
  }

  @Override
  public String rowIdentity() {
    return "ctid";
  }

  @Override
  public String rowIdentityType() {
    return "TID";
  }

  @Override
  public String typeName(Type type) {
    return PostgresTypes.word(type);
  }

  @Override
  public String matchTemplate() {
    return "{0} ~ {1}";
  }

  @Override
  public String pattern(Regex regex) {
    return RegexPrinter.print(regex, RegexPrinter.ADVANCED);
  }

  @Override
  public String searched(Regex regex) {
    return RegexPrinter.printSearched(regex, RegexPrinter.ADVANCED);
  }

  @Override
  public String codePointOrderTemplate() {
    return "{0} COLLATE \"C\"";
  }

  @Override
  public String rowHashTemplate() {
    return "HASHTEXTEXTENDED(ROW({0..})::TEXT, 0)";
  }

  @Override
  public boolean prunesByPredicate() {
    return false;
  }

  @Override
  public boolean sortsFaster() {
    return true;
  }
}
