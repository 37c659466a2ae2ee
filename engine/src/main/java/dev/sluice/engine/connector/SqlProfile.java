package dev.sluice.engine.connector;

import dev.sluice.dsl.expression.Regex;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlDialect;

/** How a database writes what Sluice asks: a Calcite dialect, and templates as data. */
public interface SqlProfile {

  /** The dialect with this database's corrections. */
  SqlDialect dialect();

  /**
   * Templates that differ from the general ones, by function name, or name and families of the
   * first arguments, or name and number of arguments: {@code round(double, integer)}, {@code
   * round(double)}, {@code round/2}, {@code round}; the most special one is taken. {@code {0}} is
   * the first argument, in brackets where needed, {@code {1..}} all from the second on with commas
   * between, {@code {0.. || }} all with {@code ||} between, {@code {double}} this database's name
   * of a portable type ({@code whole}: an integer of 38 digits). {@code json_string} makes a text a
   * JSON string, quotes included. See {@code engine.sql}'s table of general templates.
   */
  Map<String, String> templates();

  /** Functions and metrics that this database does not have, by name. */
  Set<String> missing();

  /** The pseudo column that tells rows of a stored table apart, such as {@code rowid}. */
  String rowIdentity();

  /** The type to declare a column that holds a row identity in a table of our own. */
  String rowIdentityType();

  /** The type's name in a CREATE TABLE or CAST, such as {@code VARCHAR} for text. */
  String typeName(Type type);

  /** A template with {@code {0}} for the value and {@code {1}} for the bound pattern text. */
  String matchTemplate();

  /** The pattern in the syntax that {@link #matchTemplate} expects; it is bound, not inlined. */
  String pattern(Regex regex);

  /** Wraps an expression so that text orders by code point, {@code {0}} being the text. */
  String codePointOrderTemplate();

  /** A whole number that follows from all values of a row, which are {@code {0..}}. */
  String rowHashTemplate();

  /**
   * Whether counting each predicate in its own WHERE subquery beats filtered counts in one scan.
   */
  boolean prunesByPredicate();

  /**
   * The same of one table: not of a file without statistics, which each subquery would read again
   * from its beginning to its end.
   */
  default boolean prunesByPredicate(Table table) {
    return prunesByPredicate();
  }

  /**
   * Whether different values of a fixed width are counted faster, alone in a statement, than they
   * are grouped.
   */
  default boolean countsDistinctFaster() {
    return false;
  }
}
