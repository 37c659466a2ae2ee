package dev.sluice.connectors.catalogue;

import static dev.sluice.connectors.contract.Databases.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.connectors.duckdb.DuckDbConnector;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.table.TableLookup.Found;
import dev.sluice.engine.catalogue.Catalogue;
import dev.sluice.engine.catalogue.CatalogueUnreadable;
import dev.sluice.engine.connector.CatalogueReader.Kind;
import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.DataFile;
import dev.sluice.engine.connector.Database;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  private static final Span NOWHERE = new Span(0, 0);

  private final DuckDbConnector connector = new DuckDbConnector();
  private final Database database;
  private final Connection connection;

  CatalogueTest(@TempDir java.nio.file.Path folder) throws Exception {
    java.nio.file.Path file = Files.writeString(folder.resolve("airports.csv"), "iata\nJFK\n");
    DataFile airports =
        new DataFile("airports", "airports.csv", List.of(file), Map.of(), Optional.empty(), true);
    database =
        connector.open(
            new ConnectionSettings(
                "jdbc:duckdb:",
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(airports),
                false,
                Duration.ZERO));
    connection = database.connect();
  }

  @BeforeEach
  void tables() throws SQLException {
    execute(
        connection,
        "CREATE SCHEMA staging",
        "CREATE SCHEMA other",
        "CREATE TABLE customers (id INTEGER PRIMARY KEY)",
        "CREATE TABLE staging.orders (id INTEGER)",
        "CREATE TABLE staging.customers (id INTEGER)",
        "CREATE TABLE other.payments (id INTEGER)",
        "CREATE TABLE other.airports (id INTEGER)",
        "CREATE TABLE \"Odd Name\" (id INTEGER)");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  private Catalogue catalogue(Map<String, String> names, String... candidateSchema) {
    return new Catalogue(connection, connector.catalogue(), names, List.of(candidateSchema));
  }

  private static Path name(String... parts) {
    return new Path(
        Arrays.stream(parts).map(part -> new Name(part, false, NOWHERE)).toList(), NOWHERE);
  }

  private static Path quoted(String part) {
    return new Path(List.of(new Name(part, true, NOWHERE)), NOWHERE);
  }

  private static String place(Found found) {
    assertThat(found).isInstanceOf(Found.One.class);
    return String.join(".", ((Found.One) found).table().path());
  }

  @Test
  void looksInTheDefaultSchema() {
    assertThat(place(catalogue(Map.of()).find(name("customers"))))
        .isEqualTo("memory.main.customers");
    assertThat(place(catalogue(Map.of()).find(name("CUSTOMERS"))))
        .isEqualTo("memory.main.customers");
    assertThat(place(catalogue(Map.of()).find(name("other", "payments"))))
        .isEqualTo("memory.other.payments");
  }

  @Test
  void looksUnderTables() {
    Map<String, String> names =
        Map.of(
            "crm",
            "other.payments",
            "odd",
            "\"Odd Name\"",
            "wrong",
            "\"odd name\"",
            "Same",
            "customers");
    assertThat(place(catalogue(names).find(name("crm")))).isEqualTo("memory.other.payments");
    assertThat(place(catalogue(names).find(name("CRM")))).isEqualTo("memory.other.payments");
    assertThat(catalogue(names).find(quoted("CRM"))).isInstanceOf(Found.None.class);
    assertThat(place(catalogue(names).find(name("odd")))).isEqualTo("memory.main.Odd Name");
    assertThat(place(catalogue(names).find(name("same")))).isEqualTo("memory.main.customers");
    assertThat(catalogue(names).find(name("wrong"))).isInstanceOf(Found.None.class);
  }

  @Test
  void looksInTheCandidatesSchemaToo() {
    assertThat(catalogue(Map.of()).find(name("orders"))).isInstanceOf(Found.None.class);
    assertThat(place(catalogue(Map.of(), "memory", "staging").find(name("orders"))))
        .isEqualTo("memory.staging.orders");
    Catalogue catalogue = catalogue(Map.of());
    Table candidate = ((Found.One) catalogue.find(name("staging", "orders"))).table();
    catalogue.candidate(candidate);
    assertThat(place(catalogue.find(name("orders")))).isEqualTo("memory.staging.orders");
  }

  @Test
  void refusesWhatIsFoundTwice() {
    assertThat(catalogue(Map.of(), "memory", "staging").find(name("customers")))
        .isEqualTo(
            new Found.Several(List.of("`memory.main.customers`", "`memory.staging.customers`")));
    assertThat(catalogue(Map.of("customers", "other.payments")).find(name("customers")))
        .isEqualTo(
            new Found.Several(List.of("`customers` under `tables`", "`memory.main.customers`")));
    assertThat(catalogue(Map.of("airports", "other.airports")).find(name("airports")))
        .isEqualTo(
            new Found.Several(List.of("`airports` under `tables`", "the data file `airports`")));
  }

  @Test
  void aTableFoundOnTwoWaysIsOne() {
    assertThat(place(catalogue(Map.of("customers", "main.customers")).find(name("customers"))))
        .isEqualTo("memory.main.customers");
  }

  @Test
  void findsDataFilesByName() {
    Catalogue catalogue = catalogue(Map.of());
    Found found = catalogue.find(name("airports"));
    assertThat(place(found)).isEqualTo("temp.main.airports");
    assertThat(catalogue.entry(((Found.One) found).table()).orElseThrow().kind())
        .isEqualTo(Kind.FILE);
    assertThat(place(catalogue.find(name("Airports")))).isEqualTo("temp.main.airports");
    assertThat(catalogue.find(quoted("Airports"))).isInstanceOf(Found.None.class);
  }

  @Test
  void oneTableIsOneRecordUnderEveryName() {
    Catalogue catalogue = catalogue(Map.of("crm", "customers"));
    Table one = ((Found.One) catalogue.find(name("customers"))).table();
    assertThat(((Found.One) catalogue.find(name("CRM"))).table()).isEqualTo(one);
    assertThat(((Found.One) catalogue.find(name("main", "customers"))).table()).isEqualTo(one);
    assertThat(one.display()).isEqualTo("customers");
    assertThat(catalogue.entry(one).orElseThrow().primaryKey()).containsExactly("id");
  }

  @Test
  void namesWhatCouldHaveBeenMeant() {
    Found found = catalogue(Map.of("crm", "customers")).find(name("custmers"));
    assertThat(((Found.None) found).candidates())
        .containsExactly(
            "crm",
            "Odd Name",
            "airports",
            "customers",
            "other.airports",
            "other.payments",
            "staging.customers",
            "staging.orders");
  }

  @Test
  void saysWhenTheDatabaseDoesNotAnswer() throws SQLException {
    Catalogue catalogue = catalogue(Map.of());
    connection.close();
    assertThatThrownBy(() -> catalogue.find(name("customers")))
        .isInstanceOf(CatalogueUnreadable.class)
        .hasCauseInstanceOf(SQLException.class);
  }
}
