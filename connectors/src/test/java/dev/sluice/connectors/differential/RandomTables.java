package dev.sluice.connectors.differential;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.value.TableEvaluator.Rows;
import dev.sluice.engine.connector.SqlProfile;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Small tables of few values, so that duplicates, ties and nulls are many. */
final class RandomTables {

  private static final List<Column> COLUMNS =
      List.of(
          column("n", Type.INTEGER),
          column("i", Type.INTEGER),
          column("j", Type.INTEGER),
          column("d", Type.decimal(10, 2)),
          column("f", Type.DOUBLE),
          column("t", Type.TEXT),
          column("u", Type.TEXT),
          column("b", Type.BOOLEAN),
          column("day", Type.DATE),
          column("at", Type.TIMESTAMP));

  private static final List<List<Object>> VALUES =
      List.of(
          List.of(),
          integers(-3, 0, 1, 2, 7, 1_000_000_007),
          integers(1, 2, 3),
          List.of(number("0.00"), number("0.10"), number("-1.50"), number("99999999.99")),
          List.of(0.0, -0.0, 0.1, 1.5, -2.0, 1e300, Double.NaN, Double.POSITIVE_INFINITY),
          List.of("", "a", "A", "\u00e4", "a ", "\uD83D\uDE00", "b", "\uFF21", "aa"),
          List.of("x", "y"),
          List.of(true, false),
          List.of(LocalDate.of(2024, 2, 29), LocalDate.of(1999, 12, 31), LocalDate.of(2024, 3, 1)),
          List.of(
              LocalDateTime.of(2024, 2, 29, 0, 0),
              LocalDateTime.of(2024, 2, 29, 12, 30, 0, 123_456_000),
              LocalDateTime.of(1970, 1, 1, 0, 0)));

  private final Random random;
  private final DoublePredicate held;

  /** {@code held}: whether the database can hold a double. */
  RandomTables(Random random, DoublePredicate held) {
    this.random = random;
    this.held = held;
  }

  private List<Object> choices(int column) {
    return VALUES.get(column).stream()
        .filter(each -> !(each instanceof Double number) || held.test(number))
        .toList();
  }

  private static Column column(String name, Type type) {
    return new Column(name, type, "", true);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static List<Object> integers(int... values) {
    List<Object> all = new ArrayList<>();
    for (int value : values) {
      all.add(BigDecimal.valueOf(value));
    }
    return all;
  }

  /** A table whose first column numbers the rows; every other value may be null. */
  Rows rows(String name, int count) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("n", BigDecimal.valueOf(row));
      for (int i = 1; i < COLUMNS.size(); i++) {
        List<Object> choices = choices(i);
        boolean absent = random.nextInt(5) == 0;
        values.put(
            COLUMNS.get(i).name(), absent ? null : choices.get(random.nextInt(choices.size())));
      }
      rows.add(values);
    }
    return new Rows(new Table(List.of(name), name, COLUMNS), rows);
  }

  /** Where rows have no identity without a key, the first column is one. */
  private static String key(Column column, SqlProfile profile) {
    return column.name().equals("n") && profile.identityDefinition().isPresent()
        ? " PRIMARY KEY"
        : "";
  }

  /** Statements that make the tables, with their rows. */
  static String script(SqlProfile profile, Rows... tables) {
    StringBuilder script = new StringBuilder();
    for (Rows rows : tables) {
      script.append(definition(profile, profile.typeName(Type.TEXT), rows)).append(";\n");
      for (Map<String, ? extends @Nullable Object> row : rows.rows()) {
        script
            .append("INSERT INTO ")
            .append(quoted(profile, rows.table().display()))
            .append(" VALUES ")
            .append(
                COLUMNS.stream()
                    .map(column -> literal(row.get(column.name()), profile))
                    .collect(Collectors.joining(", ", "(", ")")))
            .append(";\n");
      }
    }
    return script.toString();
  }

  private static String literal(@Nullable Object value, SqlProfile profile) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
      return "CAST('" + number + "' AS " + profile.typeName(Type.DOUBLE) + ")";
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    String text = value.toString();
    return "'" + (value instanceof LocalDateTime ? text.replace('T', ' ') : text) + "'";
  }

  static void store(Connection connection, SqlProfile profile, Rows rows) throws SQLException {
    store(connection, profile, profile.typeName(Type.TEXT), rows);
  }

  /**
   * @param textType how columns of text are declared
   */
  static void store(Connection connection, SqlProfile profile, String textType, Rows rows)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(definition(profile, textType, rows));
    }
    String holes = COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO " + quoted(profile, rows.table().display()) + " VALUES (" + holes + ")")) {
      for (Map<String, ? extends @Nullable Object> row : rows.rows()) {
        int index = 1;
        for (Column column : COLUMNS) {
          Object value = row.get(column.name());
          insert.setObject(index++, value == null ? null : profile.bound(value));
        }
        insert.execute();
      }
    }
  }

  private static String definition(SqlProfile profile, String textType, Rows rows) {
    String definitions =
        COLUMNS.stream()
            .map(
                column ->
                    quoted(profile, column.name())
                        + " "
                        + (column.type().equals(Type.TEXT)
                            ? textType
                            : profile.typeName(column.type()))
                        + key(column, profile))
            .collect(Collectors.joining(", "));
    return "CREATE TABLE " + quoted(profile, rows.table().display()) + " (" + definitions + ")";
  }

  private static String quoted(SqlProfile profile, String name) {
    return profile.dialect().quoteIdentifier(name);
  }

  static Column column(String name) {
    return COLUMNS.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** A value that a column of the type may hold. */
  Object value(Type type) {
    for (int i = 1; i < COLUMNS.size(); i++) {
      if (COLUMNS.get(i).type().equals(type)) {
        List<Object> choices = choices(i);
        return choices.get(random.nextInt(choices.size()));
      }
    }
    throw new IllegalArgumentException(type.text());
  }
}
