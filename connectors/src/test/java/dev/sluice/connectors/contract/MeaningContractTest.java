package dev.sluice.connectors.contract;

import static dev.sluice.connectors.contract.Databases.execute;
import static dev.sluice.connectors.contract.Databases.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.dsl.expression.RegexParser;
import dev.sluice.dsl.expression.RegexPrinter;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.run.Deadline;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Statement;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What values mean: order, equality, patterns, NaN. The same on every database. */
abstract class MeaningContractTest extends CatalogueContractTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "A",
          "ab",
          "abc",
          "abcabc",
          "b",
          "0",
          "9",
          "09",
          "123",
          "\u0663",
          "_",
          "-",
          ".",
          " ",
          "a b",
          "\t",
          "\n",
          "a\nb",
          "a\n",
          "\na",
          "\r",
          "a\rb",
          "\u00e9",
          "\u00c9",
          "e\u0301",
          "\u00a0",
          "\u2028",
          "\uD83D\uDE00",
          "\uD83D\uDE00\uD83D\uDE00",
          "a@b.c",
          "a.b",
          "a+b",
          "\\",
          "a\\b",
          "[",
          "]",
          "^",
          "$",
          "(a)",
          "{2}",
          "a|b",
          "~",
          "\u212a",
          "\u0131",
          "\u00df",
          "ss");

  @Test
  void isFoundAsAService() throws SQLException {
    assertThat(ServiceLoader.load(Connector.class))
        .anyMatch(found -> found.name().equals(connector().name()) && found.accepts(url()));
    try (Connection connection = connect()) {
      assertThat(connector().accepts(connection)).isTrue();
    }
  }

  /** Values of all types by standard SQL's words; a database with other words has its own test. */
  protected boolean castsToStandardTypes() {
    return true;
  }

  /** In Vienna no clock showed half past two on that day. */
  @Test
  void valuesAreReadWithoutTheTimeZoneOfThisMachine() throws SQLException {
    assumeTrue(castsToStandardTypes(), "types have other words here");
    String bytes = connector().sql().typeName(Type.BINARY);
    String number = connector().sql().typeName(Type.DOUBLE);
    String time = connector().sql().typeName(Type.TIME);
    String query =
        """
        SELECT CAST('2024-03-31 02:30:00.123456' AS TIMESTAMP) AS a,
          CAST('1500-02-28 00:00:00' AS TIMESTAMP) AS b,
          CAST('0001-01-01' AS DATE) AS c,
          CAST('2024-03-31 01:30:00.5+00' AS TIMESTAMP WITH TIME ZONE) AS d,
          CAST('23:59:59.123456' AS %3$s) AS e,
          CAST('12.50' AS DECIMAL(10, 2)) AS f, CAST(7 AS SMALLINT) AS g,
          CAST('NaN' AS %1$s) AS h, CAST(1.5 AS REAL) AS i, 1 = 1 AS j, 'x' AS k,
          CAST('5f0e8a2e-9d3a-4a53-8b1b-000000000001' AS UUID) AS l, CAST('abc' AS %2$s) AS m,
          CAST(NULL AS TIMESTAMP) AS n, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS o,
          CAST(NULL AS DATE) AS p, CAST(NULL AS TIME) AS q, CAST(NULL AS INTEGER) AS r
        """
            .formatted(number, bytes, time);
    TimeZone here = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Vienna"));
    try (Connection connection = connect()) {
      Session session = new Session(connector(), connection, Deadline.in(Duration.ofMinutes(1)));
      assertThat(session.lists(new Statement(query, List.of())).get(0))
          .containsExactly(
              LocalDateTime.parse("2024-03-31T02:30:00.123456"),
              LocalDateTime.parse("1500-02-28T00:00:00"),
              LocalDate.parse("0001-01-01"),
              Instant.parse("2024-03-31T01:30:00.500Z"),
              LocalTime.parse("23:59:59.123456"),
              new BigDecimal("12.50"),
              new BigDecimal("7"),
              Double.NaN,
              1.5,
              true,
              "x",
              UUID.fromString("5f0e8a2e-9d3a-4a53-8b1b-000000000001"),
              "616263",
              null,
              null,
              null,
              null,
              null);
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @Test
  void textOrdersByCodePoint() throws SQLException {
    String order = connector().sql().codePointOrderTemplate().replace("{0}", "t");
    try (Connection connection = connect()) {
      execute(
          connection,
          "CREATE TABLE ordered (t " + connector().sql().typeName(Type.TEXT) + ")",
          "INSERT INTO ordered VALUES ('b'), ('B'), ('a'), ('\u00e9'), ('e'), ('Z'), ('_'), ('1'),"
              + " ('\uD83D\uDE00'), ('\uFF21'), (' a'), ('a ')");
      assertThat(query(connection, "SELECT t FROM ordered ORDER BY " + order))
          .isEqualTo(" a\n1\nB\nZ\n_\na\na \nb\ne\n\u00e9\n\uFF21\n\uD83D\uDE00");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'NaN', '=', 'NaN', true",
    "'NaN', '>', 'Infinity', true",
    "'NaN', '>', '1', true",
    "'NaN', '<', '1', false",
    "'NaN', '<>', '1', true",
    "'Infinity', '>', '1e308', true",
    "'-Infinity', '<', '-1e308', true",
    "'-0.0', '=', '0.0', true"
  })
  void specialNumbersCompareAsTheCompilerTakesForGranted(
      String left, String operator, String right, boolean expected) throws SQLException {
    assumeTrue(connector().sql().hasNaN() || !left.equals("NaN"), "there is no such number");
    String type = connector().sql().typeName(Type.DOUBLE);
    assumeTrue(connector().sql().hasNaN(), "there are no such numbers");
    try (Connection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT CAST(? AS " + type + ") " + operator + " CAST(? AS " + type + ")")) {
      statement.setDouble(1, Double.parseDouble(left));
      statement.setDouble(2, Double.parseDouble(right));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        assertThat(row.getBoolean(1)).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "abc",
        "a|b",
        "a|",
        "(a|b)c?",
        "(?:abc)*",
        "(ab|abc)(c|)",
        "a*",
        "a+b?",
        "a{2}",
        "(abc){2,}",
        "[a-z]{1,3}",
        ".",
        ".*",
        "a.b",
        "a.*",
        "[^a]",
        "[^a]*",
        "[^\\n]",
        "\\d",
        "\\d+",
        "\\D",
        "\\w",
        "\\w+",
        "\\W",
        "\\s",
        "\\S+",
        "[\\s]",
        "[^\\s]",
        "[\\d_-]",
        "^a$",
        "^a|b$",
        "a$|^",
        "(^a)b",
        "\\.",
        "a\\+b",
        "\\\\",
        "a\\\\b",
        "[\\\\]",
        "[\\]]",
        "[\\[]",
        "[\\^]",
        "[$]",
        "\\[",
        "\\]",
        "\\(a\\)",
        "\\{2\\}",
        "a\\|b",
        "\\$",
        "\\^",
        "[^@]+@[^@]+\\.[a-z]+",
        "\u00e9",
        "[\u00e0-\u00ff]",
        "[^\u00e9]",
        "\uD83D\uDE00",
        "\uD83D\uDE00+",
        "[\uD83D\uDE00-\uD83D\uDE4F]{2}",
        "e.",
        "K",
        "i",
        "[a-z]",
        "~"
      })
  void aPatternMeansTheSameAsInJava(String text) throws SQLException {
    var regex = RegexParser.read(text);
    Pattern java = Pattern.compile(RegexPrinter.print(regex, RegexPrinter.JAVA));
    String template =
        connector()
            .sql()
            .matchTemplate()
            .replace("{0}", "CAST(? AS " + connector().sql().castName(Type.TEXT) + ")")
            .replace("{1}", "?");
    List<String> here = new ArrayList<>();
    List<String> there = new ArrayList<>();
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement("SELECT " + template)) {
      statement.setString(2, connector().sql().pattern(regex));
      for (String value : TEXTS) {
        if (java.matcher(value).matches()) {
          here.add(value);
        }
        statement.setString(1, value);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          if (row.getBoolean(1)) {
            there.add(value);
          }
        }
      }
    }
    assertThat(there).isEqualTo(here);
  }
}
