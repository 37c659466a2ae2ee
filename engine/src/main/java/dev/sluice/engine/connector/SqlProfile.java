package dev.sluice.engine.connector;

import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

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
   * of a portable type ({@code whole}: an integer of 38 digits). See {@code engine.sql}'s table of
   * general templates.
   *
   * <p>Beside functions these have a template: {@code duration} makes one of {@code {0}}
   * microseconds, {@code microseconds} counts those of a duration, {@code infinity} is a double,
   * {@code product} multiplies exact numbers without a loss that a comparison would see, {@code
   * json_string} makes a text a JSON string, quotes included, {@code same} is true also of two
   * nulls.
   */
  Map<String, String> templates();

  /**
   * Templates of aggregates that differ from the general ones, by SQL's word in lower case, or word
   * and family of the first argument: {@code avg}, {@code min(text)}, {@code percentile_cont}.
   * {@code {fraction}} is the share that a percentile asks for. A composed one needs a dialect that
   * is said to have no FILTER, which would stand behind its last part alone.
   */
  default Map<String, String> aggregates() {
    return Map.of();
  }

  /** Functions and metrics that this database does not have, by name. */
  Set<String> missing();

  /** The pseudo column that tells rows of a stored table apart, such as {@code rowid}. */
  String rowIdentity();

  /** Whether a double can be NaN, which then equals itself and is above every other number. */
  default boolean hasNaN() {
    return true;
  }

  /**
   * Whether a join compares every pair of rows where no index helps, so that a key is better looked
   * up with IN.
   */
  default boolean joinsByLoops() {
    return false;
  }

  /** Whether the driver knows the types of columns; else each value is read as what it is. */
  default boolean hasTypedValues() {
    return true;
  }

  /**
   * A calendar day as it is stored, never by way of this machine's time zone, which may have
   * skipped it.
   *
   * @throws SQLException among others where the stored value is no day of the calendar
   */
  default @Nullable LocalDate date(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** An instant as it is stored, never by way of this machine's time zone, where hours repeat. */
  default @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  /** What the driver takes for a value of the language. */
  default Object bound(Object value) {
    return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
  }

  /** Whether the most that a name may have are bytes of UTF-8, and not characters. */
  default boolean limitsNamesInBytes() {
    return true;
  }

  /** A name that stands without quotes, as this database would write it down for a new table. */
  default String folded(String name) {
    return name;
  }

  /**
   * Makes a temporary table, {@code {0}} its name, {@code {1}} its columns in brackets; the open
   * transaction goes on whatever definitions do otherwise.
   */
  default String temporaryTableTemplate() {
    return "CREATE TEMPORARY TABLE {0} {1}";
  }

  /**
   * The value of a column, {@code {0}}, in its portable type. What is text or a double under
   * another name there, such as an enumeration, compares and orders by rules of its own unless it
   * is cast.
   */
  default String valueTemplate(Column column) {
    String name = column.nativeType().toLowerCase(Locale.ROOT);
    boolean foreign =
        switch (column.type().family()) {
          case TEXT -> !name.matches("|(varchar|text|character varying|string)\\b.*");
          case DOUBLE -> !name.matches("|double|double precision|float8");
          default -> false;
        };
    return foreign ? "CAST({0} AS " + castName(column.type()) + ")" : "{0}";
  }

  /**
   * A value {@code {0}} as one of a type.
   *
   * @param word the type's name, or that of a column's own
   */
  default String castTemplate(Type type, String word) {
    return "CAST({0} AS " + word + ")";
  }

  /**
   * The value of a column, {@code {0}}, as it is published: as it stands, if it may stand there.
   */
  default String copyTemplate(Column column) {
    return "{0}";
  }

  /**
   * True where a value, {@code {0}}, of one column would be another one in the other, which takes
   * it in silence; nothing where that cannot be.
   */
  default Optional<String> narrowingTemplate(Column from, Column to) {
    return Narrowing.template(from, to, Column::nativeType);
  }

  /** The type to declare a column that holds a row identity in a table of our own. */
  String rowIdentityType();

  /** The same where no two rows have one, by which single rows are found. */
  default String rowKeyType() {
    return rowIdentityType();
  }

  /** The type's name in a CREATE TABLE or CAST, such as {@code VARCHAR} for text. */
  String typeName(Type type);

  /** The type's name in a CAST, where it has another one there. */
  default String castName(Type type) {
    return typeName(type);
  }

  /** The name of a stored column's type in a CAST. */
  default String castName(Column column) {
    return column.nativeType().isEmpty() ? castName(column.type()) : column.nativeType();
  }

  /**
   * The type to declare a text of our own by which single rows are found and changed; a database
   * that locks all rows it looks at wants it to be a key.
   */
  default String keyTypeName() {
    return typeName(Type.TEXT);
  }

  /**
   * The definition of a column that gives each row its identity in a temporary copy and in a
   * quarantine, where rows have none without it. Nobody who asks for all columns sees it, nor does
   * the catalogue.
   */
  default Optional<String> identityDefinition() {
    return Optional.empty();
  }

  /** Whether the driver's name of a type of timestamps is that of instants. */
  default boolean isInstant(String typeName) {
    return typeName.equalsIgnoreCase("timestamptz");
  }

  /** Whether there are aggregates of ordered rows, such as PERCENTILE_CONT, and CORR. */
  default boolean hasStatistics() {
    return true;
  }

  /** The key of an ORDER BY in which {@code {0}} comes last where it is null. */
  default String nullsLastTemplate(boolean descending) {
    return descending ? "{0} DESC NULLS LAST" : "{0} NULLS LAST";
  }

  /** A template with {@code {0}} for the value and {@code {1}} for the bound pattern text. */
  String matchTemplate();

  /**
   * Whether LIKE means with a pattern what standard SQL says, by case and by characters; else it is
   * written as a regular expression.
   */
  default boolean hasLike(String pattern) {
    return true;
  }

  /** The pattern in the syntax that {@link #matchTemplate} expects; it is bound, not inlined. */
  String pattern(Regex regex);

  /**
   * The pattern in the syntax that the template of {@code regex_replace} expects, to be searched
   * for anywhere in a value; bound, not inlined.
   */
  String searched(Regex regex);

  /**
   * Wraps an expression so that text orders by code point, {@code {0}} being the text. What comes
   * of it need not be a text unless {@link #exactTextTemplate} is the same.
   */
  String codePointOrderTemplate();

  /** Wraps a text so that it equals nothing but itself: for equality and groups. A text again. */
  default String exactTextTemplate() {
    return codePointOrderTemplate();
  }

  /** Wraps a double so that both zeros are one, for equality and groups. */
  default String exactDoubleTemplate() {
    return "{0}";
  }

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
   * Whether values of a fixed width are sorted faster than they are hashed, and counted by sorting
   * where different ones are counted, alone in a statement.
   */
  default boolean sortsFaster() {
    return false;
  }
}
