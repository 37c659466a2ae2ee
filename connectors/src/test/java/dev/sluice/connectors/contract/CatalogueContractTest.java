package dev.sluice.connectors.contract;

import static dev.sluice.connectors.contract.Databases.execute;
import static dev.sluice.connectors.contract.Databases.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.connector.CatalogueReader.Entry;
import dev.sluice.engine.connector.CatalogueReader.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, types and identities of rows. */
abstract class CatalogueContractTest extends TransactionContractTest {

  private CatalogueReader catalogue() {
    return connector().catalogue();
  }

  /** Native types as they are declared, and what they are in words; in any order. */
  protected abstract Map<String, String> types();

  /** Statements that the native types need beforehand. */
  protected List<String> typeDefinitions() {
    return List.of();
  }

  /** Whether a table may have the name. */
  protected boolean allowsName(String name) {
    return true;
  }

  /** Whether a database stands before the schema in a name. */
  protected boolean hasDatabasesOfSchemas() {
    return true;
  }

  /** Whether a column of a primary key cannot hold NULL. */
  protected boolean keysForbidNull() {
    return true;
  }

  /** What a table is whose key does not give its rows an identity that they lack otherwise. */
  private Kind kindOfTables() {
    return connector().sql().identityDefinition().isPresent() ? Kind.KEYLESS : Kind.TABLE;
  }

  private static String words(List<Column> columns) {
    return columns.stream()
        .map(column -> column.name() + " " + column.type().text() + (column.nullable() ? "" : "!"))
        .collect(Collectors.joining(", "));
  }

  private List<Entry> find(String... parts) throws SQLException {
    try (Connection connection = connect()) {
      return catalogue().find(connection, List.of(parts), false);
    }
  }

  /** Those where new tables go: a server may hold others of the name for other tests. */
  private List<Entry> own(Connection connection, List<Entry> entries) throws SQLException {
    List<String> schema = catalogue().defaultSchema(connection);
    return entries.stream()
        .filter(each -> each.table().path().subList(0, schema.size()).equals(schema))
        .toList();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select",
        "user",
        "two words",
        "Mixed Case",
        "a\"b",
        "a'b",
        "a.b",
        "a?b",
        "a:b",
        "a--b",
        "$a$",
        "a\\b",
        "gr\u00f6\u00dfe",
        "\u8868",
        "\uD83D\uDE00",
        "a234567890b234567890c234567890d234567890e234567890f234567890g23"
      })
  void anyNameOfATableAndColumnIsReadBack(String name) throws SQLException {
    try (Connection connection = connect()) {
      String definition = "CREATE TABLE " + quoted(name) + " (" + quoted(name) + " INTEGER)";
      if (!allowsName(name)) {
        assertThatThrownBy(() -> execute(connection, definition)).isInstanceOf(SQLException.class);
        return;
      }
      execute(connection, definition, "INSERT INTO " + quoted(name) + " VALUES (7)");
      List<Entry> entries = own(connection, catalogue().find(connection, List.of(name), true));
      assertThat(entries).hasSize(1);
      List<String> path = entries.get(0).table().path();
      assertThat(path).endsWith(name);
      Column column = entries.get(0).table().columns().get(0);
      assertThat(column.name()).isEqualTo(name);
      String place =
          path.stream().map(CatalogueContractTest::quoted).collect(Collectors.joining("."));
      assertThat(query(connection, "SELECT " + quoted(column.name()) + " FROM " + place))
          .isEqualTo("7");
    }
  }

  @Test
  void aNameIsFoundInAnotherCaseUnlessItIsExact() throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, "CREATE TABLE \"CamelCase\" (id INTEGER)");
      assertThat(catalogue().find(connection, List.of("camelcase"), false)).hasSize(1);
      assertThat(catalogue().find(connection, List.of("CamelCase"), true)).hasSize(1);
      assertThat(catalogue().find(connection, List.of("camelcase"), true)).isEmpty();
      assertThat(catalogue().find(connection, List.of("camel_case"), false)).isEmpty();
      assertThat(catalogue().find(connection, List.of("Camel%ase"), false)).isEmpty();
    }
  }

  @Test
  void namesOutsideAsciiAreFoundInAnotherCaseToo() throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, "CREATE TABLE \"\u00c4rzte\" (id INTEGER)");
    }
    assertThat(find("\u00e4rzte")).hasSize(1);
  }

  /** Whether schemas are made with CREATE SCHEMA. */
  protected boolean hasSchemas() {
    return true;
  }

  /** Whether two names may differ in case alone. */
  protected boolean hasCaseTwins() {
    return true;
  }

  /** The same of columns of one table. */
  protected boolean hasColumnTwins() {
    return true;
  }

  /** The columns of a query, in words, as far as the database knows them before it runs. */
  protected String queryColumns() {
    return "a integer, B c text, d decimal(10, 2), e date";
  }

  @Test
  void namesThatDifferInCaseAloneAreTwins() throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, "CREATE TABLE \"Twin\" (a INTEGER)");
      String other = "CREATE TABLE \"TWIN\" (b INTEGER)";
      if (hasCaseTwins()) {
        execute(connection, other);
        assertThat(find("twin")).hasSize(2);
        assertThat(find("TWIN")).hasSize(1);
        String columns = "CREATE TABLE twin_columns (\"Id\" INTEGER, \"ID\" INTEGER)";
        if (!hasColumnTwins()) {
          assertThatThrownBy(() -> execute(connection, columns)).isInstanceOf(SQLException.class);
          return;
        }
        execute(connection, columns);
        assertThat(find("twin_columns").get(0).table().columns())
            .extracting(Column::name)
            .containsExactly("Id", "ID");
      } else {
        assertThatThrownBy(() -> execute(connection, other)).isInstanceOf(SQLException.class);
        assertThat(find("TWIN").get(0).table().path()).endsWith("Twin");
      }
    }
  }

  @Test
  void theLongestNamesAreReadBack() throws SQLException {
    try (Connection connection = connect()) {
      int most = connection.getMetaData().getMaxTableNameLength();
      String name = "n".repeat(most == 0 ? 128 : Math.min(most, 128));
      execute(connection, "CREATE TABLE " + quoted(name) + " (" + quoted(name) + " INTEGER)");
      Table table =
          own(connection, catalogue().find(connection, List.of(name), true)).get(0).table();
      assertThat(table.path()).endsWith(name);
      assertThat(table.columns()).extracting(Column::name).containsExactly(name);
    }
  }

  @Test
  void outerPartsNarrow() throws SQLException {
    assumeTrue(hasSchemas(), "schemas are something else here");
    try (Connection connection = connect()) {
      execute(
          connection,
          "CREATE SCHEMA one",
          "CREATE SCHEMA two",
          "CREATE TABLE one.same (a INTEGER)",
          "CREATE TABLE two.same (b INTEGER)");
      assertThat(find("same")).hasSize(2);
      assertThat(find("two", "same").get(0).table().columns().get(0).name())
          .isEqualTo(natural("b"));
      assertThat(find("ONE", "SAME").get(0).table().columns().get(0).name())
          .isEqualTo(natural("a"));
      assertThat(find("three", "same")).isEmpty();
      assertThat(find(connection.getCatalog(), "two", "same"))
          .hasSize(hasDatabasesOfSchemas() ? 1 : 0);
      assertThat(find("elsewhere", "two", "same")).isEmpty();
      assertThat(catalogue().names(connection)).contains(natural("one.same"), natural("two.same"));
      assertThat(find("two", "same").get(0).table().display()).isEqualTo(natural("two.same"));
    }
  }

  @Test
  void tablesAndViewsAreToldApartAndKeysKnown() throws SQLException {
    try (Connection connection = connect()) {
      execute(
          connection,
          "CREATE TABLE told_apart (a INTEGER NOT NULL, b INTEGER, c INTEGER, PRIMARY KEY (a, c))",
          "CREATE VIEW told_apart_view AS SELECT a, b FROM told_apart");
      Entry table = find("told_apart").get(0);
      assertThat(table.kind()).as("%s", table).isEqualTo(kindOfTables());
      assertThat(table.primaryKey()).containsExactly(natural("a"), natural("c"));
      assertThat(words(table.table().columns()))
          .isEqualToIgnoringCase(
              "a integer!, b integer, c integer" + (keysForbidNull() ? "!" : ""));
      Entry view = find("told_apart_view").get(0);
      assertThat(view.kind()).isEqualTo(Kind.VIEW);
      assertThat(view.primaryKey()).isEmpty();
      assertThat(words(view.table().columns())).isEqualToIgnoringCase("a integer, b integer");
      assertThat(catalogue().names(connection))
          .contains(natural("told_apart"), natural("told_apart_view"));
    }
  }

  @Test
  void theDefaultSchemaIsWhereNewTablesGo() throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, "CREATE TABLE somewhere (id INTEGER)");
      List<String> path = find("somewhere").get(0).table().path();
      assertThat(path.subList(0, path.size() - 1)).isEqualTo(catalogue().defaultSchema(connection));
    }
  }

  @Test
  void nativeTypesHaveTheirPortableOnes() throws SQLException {
    List<String> natives = types().keySet().stream().sorted().toList();
    StringBuilder definition = new StringBuilder("CREATE TABLE typed (");
    for (int index = 0; index < natives.size(); index++) {
      definition.append(index == 0 ? "" : ", ").append("c").append(index).append(" ");
      definition.append(natives.get(index));
    }
    try (Connection connection = connect()) {
      execute(connection, typeDefinitions().toArray(String[]::new));
      execute(connection, definition.append(")").toString());
    }
    List<Column> columns = find("typed").get(0).table().columns();
    for (int index = 0; index < natives.size(); index++) {
      assertThat(columns.get(index).type().text())
          .as(natives.get(index))
          .isEqualTo(types().get(natives.get(index)));
    }
  }

  @Test
  void aQuerysColumnsAreKnownWithoutRunningIt() throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, "CREATE TABLE divisors (z BIGINT)", "INSERT INTO divisors VALUES (0)");
      String query =
          "SELECT CAST(1 AS "
              + connector().sql().castName(Type.INTEGER)
              + ") AS a, 'x' AS \"B c\", CAST(1.5 AS DECIMAL(10, 2)) AS d,"
              + " CAST('2024-01-31' AS DATE) AS e, 1 / z AS f FROM divisors -- why not";
      List<Column> columns = catalogue().columnsOf(connection, query);
      assertThat(words(columns.subList(0, 4))).isEqualToIgnoringCase(queryColumns());
      assertThat(columns).hasSize(5);
    }
  }

  @Test
  void equalRowsAreToldApartByTheirIdentity() throws SQLException {
    String identity = connector().sql().rowIdentity();
    String type = connector().sql().rowIdentityType();
    String key = connector().sql().identityDefinition().map(each -> ", " + each).orElse("");
    try (Connection connection = connect()) {
      execute(
          connection,
          "CREATE TABLE twins (v INTEGER" + key + ")",
          "INSERT INTO twins (v) VALUES (1), (1), (1)");
      connector().transactions().begin(connection, false);
      execute(
          connection,
          connector()
              .sql()
              .temporaryTableTemplate()
              .replace("{0}", "marked")
              .replace("{1}", "(sluice_row " + type + ")"),
          "INSERT INTO marked SELECT max(" + identity + ") FROM twins",
          "DELETE FROM twins WHERE " + identity + " IN (SELECT sluice_row FROM marked)");
      assertThat(query(connection, "SELECT count(*) FROM twins")).isEqualTo("2");
      assertThat(
              query(
                  connection,
                  "SELECT count(*) FROM twins t JOIN marked m ON t."
                      + identity
                      + " = m.sluice_row"))
          .isEqualTo("0");
      connection.rollback();
    }
  }

  /**
   * SQLite remembers none, and whoever remembers one may learn it by looking at the table alone.
   */
  @Test
  void anEstimateOfRowsIsNoneOrRight() throws SQLException {
    try (Connection connection = connect()) {
      execute(
          connection,
          "CREATE TABLE sized (v INTEGER)",
          "INSERT INTO sized WITH RECURSIVE n(i) AS"
              + " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) SELECT i FROM n",
          connection.getMetaData().getDatabaseProductName().equals("MariaDB")
              ? "ANALYZE TABLE sized"
              : "ANALYZE");
      Table sized = own(connection, find("sized")).get(0).table();
      assertThat(catalogue().estimatedRows(connection, sized))
          .isIn(OptionalLong.empty(), OptionalLong.of(300));
      boolean remembers = !connection.getMetaData().getURL().startsWith("jdbc:sqlite:");
      assertThat(catalogue().estimatedRows(connection, sized).isPresent()).isEqualTo(remembers);
    }
  }
}
