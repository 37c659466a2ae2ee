package dev.sluice.connectors.h2;

import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.pattern.RegexPrinter;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlDialect;

/** How H2's SQL differs from the general one. */
final class H2Sql implements SqlProfile {

  /** A word that means the identity only when it stands without quotes. */
  static final String IDENTITY = "_ROWID_";

  private final Map<String, String> templates = H2Templates.all();
  private final Map<String, String> aggregates = H2Aggregates.all();

  @Override
  public SqlDialect dialect() {
    return H2Dialect.INSTANCE;
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

  /** It knows no hashed join. */
  @Override
  public boolean joinsByLoops() {
    return true;
  }

  @Override
  public String folded(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  @Override
  public String temporaryTableTemplate() {
    return "CREATE LOCAL TEMPORARY TABLE {0} {1} NOT PERSISTENT TRANSACTIONAL";
  }

  /** CHARACTER is filled up with spaces, which are no part of its value. */
  @Override
  public String valueTemplate(Column column) {
    return column.nativeType().matches("CHARACTER(\\(.*)?")
        ? "RTRIM(CAST({0} AS VARCHAR))"
        : SqlProfile.super.valueTemplate(column);
  }

  @Override
  public String rowIdentity() {
    return IDENTITY;
  }

  @Override
  public String rowIdentityType() {
    return "BIGINT";
  }

  @Override
  public String typeName(Type type) {
    return H2Types.word(type);
  }

  /** REGEXP_LIKE would read the pattern anew for each row. */
  @Override
  public String matchTemplate() {
    return "{0} REGEXP {1}";
  }

  /** The one character of LIKE is half of one beyond 16 bits. */
  @Override
  public boolean hasLike(String pattern) {
    return !pattern.contains("_");
  }

  /** H2 looks for the pattern anywhere, with Java's own engine. */
  @Override
  public String pattern(Regex regex) {
    return "\\A(?:" + RegexPrinter.print(regex, RegexPrinter.JAVA) + ")\\z";
  }

  @Override
  public String searched(Regex regex) {
    return RegexPrinter.printSearched(regex, RegexPrinter.JAVA);
  }

  /** Texts are compared by units of UTF-16, their bytes in UTF-8 by code point. */
  @Override
  public String codePointOrderTemplate() {
    return "STRINGTOUTF8({0})";
  }

  @Override
  public String exactTextTemplate() {
    return "{0}";
  }

  @Override
  public String rowHashTemplate() {
    return "ORA_HASH(COALESCE('|' || CAST({0.. AS VARCHAR), '-') || COALESCE('|' || CAST( }"
        + " AS VARCHAR), '-'))";
  }

  @Override
  public boolean prunesByPredicate() {
    return false;
  }
}
