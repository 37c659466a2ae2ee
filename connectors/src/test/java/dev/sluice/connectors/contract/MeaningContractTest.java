package dev.sluice.connectors.contract;

import static dev.sluice.connectors.contract.Databases.execute;
import static dev.sluice.connectors.contract.Databases.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.expression.RegexParser;
import dev.sluice.dsl.expression.RegexPrinter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
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
    assertThat(ServiceLoader.load(dev.sluice.engine.connector.Connector.class))
        .anyMatch(found -> found.name().equals(connector().name()) && found.accepts(url()));
    try (Connection connection = connect()) {
      assertThat(connector().accepts(connection)).isTrue();
    }
  }

  @Test
  void textOrdersByCodePoint() throws SQLException {
    String order = connector().sql().codePointOrderTemplate().replace("{0}", "t");
    try (Connection connection = connect()) {
      execute(
          connection,
          "CREATE TABLE ordered (t "
              + connector().sql().typeName(dev.sluice.dsl.type.Type.TEXT)
              + ")",
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
    String type = connector().sql().typeName(dev.sluice.dsl.type.Type.DOUBLE);
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
        connector().sql().matchTemplate().replace("{0}", "CAST(? AS VARCHAR)").replace("{1}", "?");
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
