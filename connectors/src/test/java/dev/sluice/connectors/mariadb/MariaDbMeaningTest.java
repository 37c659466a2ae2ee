package dev.sluice.connectors.mariadb;

import static dev.sluice.connectors.contract.Databases.execute;
import static dev.sluice.connectors.contract.Databases.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.dsl.table.Column;
import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.Database;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Deadline;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Statement;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where MariaDB or its driver would mean something else than the language does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MariaDbMeaningTest {

  private final MariaDbConnector connector = new MariaDbConnector();
  private @Nullable Database database;

  @BeforeAll
  void open() throws SQLException {
    database =
        connector.open(
            new ConnectionSettings(
                EmbeddedMariaDbServer.get().newDatabase(),
                Optional.of(EmbeddedMariaDbServer.USER),
                Optional.empty(),
                Map.of(),
                List.of(),
                false,
                Duration.ofMillis(300)));
  }

  @AfterAll
  void close() throws SQLException {
    if (database != null) {
      database.close();
    }
  }

  private Connection connect() throws SQLException {
    if (database == null) {
      throw new SQLException("not opened");
    }
    return database.connect();
  }

  private Session session(Connection connection) throws SQLException {
    return new Session(connector, connection, Deadline.in(Duration.ofMinutes(1)));
  }

  /** In Vienna no clock showed half past two on that day. */
  @Test
  void valuesAreReadWithoutTheTimeZoneOfThisMachine() throws SQLException {
    TimeZone here = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Vienna"));
    try (Connection connection = connect()) {
      execute(
          connection,
          "CREATE TABLE moments (a DATETIME(6), b TIMESTAMP(6) NULL, c DATE, d TIME(6), e YEAR,"
              + " f DECIMAL(10, 2), g BOOLEAN, h UUID, i BLOB, j BIGINT UNSIGNED, k FLOAT,"
              + " l BIT(1))",
          "INSERT INTO moments VALUES ('2024-03-31 02:30:00.123456', '2024-03-31 02:30:00.5',"
              + " '0001-01-01', '23:59:59.123456', 2024, 12.5, true,"
              + " '5f0e8a2e-9d3a-4a53-8b1b-000000000001', 'abc', 18446744073709551615, 1.5, b'1')");
      Session session = session(connection);
      assertThat(session.lists(new Statement("SELECT * FROM moments", List.of())).get(0))
          .containsExactly(
              LocalDateTime.parse("2024-03-31T02:30:00.123456"),
              Instant.parse("2024-03-31T02:30:00.500Z"),
              LocalDate.parse("0001-01-01"),
              LocalTime.parse("23:59:59.123456"),
              new BigDecimal("2024"),
              new BigDecimal("12.50"),
              true,
              UUID.fromString("5f0e8a2e-9d3a-4a53-8b1b-000000000001"),
              "616263",
              new BigDecimal("18446744073709551615"),
              1.5,
              true);
      assertThat(
              session.lists(
                  new Statement(
                      "SELECT count(*) FROM moments WHERE b = ? AND a = ? AND h = ?",
                      List.of(
                          Instant.parse("2024-03-31T02:30:00.500Z"),
                          LocalDateTime.parse("2024-03-31T02:30:00.123456"),
                          UUID.fromString("5f0e8a2e-9d3a-4a53-8b1b-000000000001")))))
          .isEqualTo(List.of(List.of(new BigDecimal("1"))));
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "VARCHAR(9), 1",
    "VARCHAR(9) COLLATE utf8mb4_bin, 1",
    "VARCHAR(9) COLLATE utf8mb4_nopad_bin, 1",
    "VARCHAR(9) CHARACTER SET latin1, 1",
    "TEXT CHARACTER SET utf8mb3, 1",
    "'ENUM(''c'', ''a'', ''B'')', 1"
  })
  void textEqualsNothingButItself(String type, String expected) throws SQLException {
    try (Connection connection = connect()) {
      boolean choice = type.startsWith("ENUM");
      execute(
          connection,
          "CREATE OR REPLACE TABLE loosely (t " + type + ")",
          choice
              ? "INSERT INTO loosely VALUES ('a'), ('B'), ('c')"
              : "INSERT INTO loosely VALUES ('a'), ('A'), ('a '), ('\u00e4')");
      Column column =
          connector
              .catalogue()
              .find(connection, List.of("loosely"), true)
              .get(0)
              .table()
              .columns()
              .get(0);
      String value = connector.sql().valueTemplate(column).replace("{0}", "t");
      assertThat(query(connection, "SELECT count(*) FROM loosely WHERE " + value + " = 'a'"))
          .isEqualTo(expected);
      assertThat(query(connection, "SELECT min(" + value + ") FROM loosely"))
          .isEqualTo(choice ? "B" : "A");
    }
  }

  /** The server takes the first of these for null, and only where the column says it cannot be. */
  @ParameterizedTest
  @ValueSource(strings = {"0000-00-00", "2024-00-10", "2024-01-00"})
  void aDateThatIsNoneIsNull(String date) throws SQLException {
    try (Connection connection = connect()) {
      execute(
          connection,
          "CREATE OR REPLACE TABLE undated (d DATE NOT NULL, m DATETIME)",
          "INSERT INTO undated VALUES ('" + date + "', '" + date + "'), ('2024-01-31', null)");
      List<Column> columns =
          connector.catalogue().find(connection, List.of("undated"), true).get(0).table().columns();
      for (Column column : columns) {
        String value = connector.sql().valueTemplate(column).replace("{0}", column.name());
        assertThat(query(connection, "SELECT count(*) FROM undated WHERE " + value + " IS NULL"))
            .isEqualTo(column.name().equals("d") ? "1" : "2");
        assertThat(query(connection, "SELECT count(" + value + ") FROM undated"))
            .isEqualTo(column.name().equals("d") ? "1" : "0");
      }
      assertThat(
              session(connection)
                  .maps(new Statement("SELECT d FROM undated WHERE m IS NOT NULL", List.of()))
                  .toString())
          .isEqualTo("[{d=" + (date.startsWith("0") ? "null" : date) + "}]");
    }
  }

  /** Each of these has an answer, and a warning beside it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT CONCAT(REPEAT('a', 40), 'c') REGEXP '\\A(?:(a+)+)\\z'",
        "SELECT CAST('abc' AS SIGNED)",
        "SELECT CAST(123456.789 AS DECIMAL(5, 2))",
        "SELECT DATE '9999-12-31' + INTERVAL 1 DAY",
        "SELECT REPEAT('a', 1000000000)"
      })
  void anAnswerTheServerWarnsOfIsNone(String query) throws SQLException {
    try (Connection connection = connect()) {
      Session session = session(connection);
      assertThatThrownBy(() -> session.lists(new Statement(query, List.of())))
          .isInstanceOf(DatabaseFailure.class)
          .hasMessageStartingWith("the database does not stand by its answer: ");
      assertThat(session.lists(new Statement("SELECT 1 / 0", List.of())).get(0))
          .containsExactly((Object) null);
    }
  }

  @Test
  void aRecursiveQueryRunsToItsEnd() throws SQLException {
    try (Connection connection = connect()) {
      assertThat(
              query(
                  connection,
                  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
                      + " SELECT count(*) FROM n"))
          .isEqualTo("5000");
    }
  }

  /**
   * The failing baseline, then ours: a row that was committed after the audit is not taken along.
   */
  @Test
  void noRowIsPublishedThatTheAuditDidNotSee() throws SQLException {
    try (Connection gate = connect();
        Connection loader = connect()) {
      execute(loader, "CREATE TABLE staged (v INTEGER)", "CREATE TABLE published (v INTEGER)");
      for (boolean ours : new boolean[] {false, true}) {
        execute(loader, "DELETE FROM staged", "INSERT INTO staged VALUES (1)");
        if (ours) {
          connector.transactions().begin(gate, false);
        } else {
          gate.setAutoCommit(false);
          execute(gate, "SET SESSION innodb_snapshot_isolation = OFF", "START TRANSACTION");
        }
        assertThat(query(gate, "SELECT count(*) FROM staged WHERE v < 0")).isEqualTo("0");
        execute(loader, "INSERT INTO staged VALUES (-1)");
        assertThat(query(gate, "SELECT count(*) FROM staged WHERE v < 0")).isEqualTo("0");
        String publish = "INSERT INTO published SELECT v FROM staged";
        if (ours) {
          assertThatThrownBy(() -> execute(gate, publish))
              .isInstanceOfSatisfying(
                  SQLException.class,
                  error -> assertThat(connector.transactions().isBusy(error)).isTrue());
        } else {
          execute(gate, publish);
          assertThat(query(gate, "SELECT count(*) FROM published WHERE v < 0")).isEqualTo("1");
        }
        gate.rollback();
        gate.setAutoCommit(true);
      }
    }
  }
}
