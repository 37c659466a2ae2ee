package dev.sluice.connectors.duckdb;

import static dev.sluice.connectors.contract.Databases.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.dsl.table.Column;
import dev.sluice.engine.connector.Database;
import dev.sluice.engine.connector.FileNote;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvFilesTest {

  private final Path folder;

  CsvFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static final Map<String, String> NO_TYPES = Map.of();

  private String types(Map<String, String> declared, String text) throws Exception {
    Path path = Opened.write(folder, "t.csv", text);
    try (Database database = Opened.memory(Opened.file("t", declared, path));
        Connection connection = database.connect()) {
      List<Column> columns =
          Opened.CONNECTOR
              .catalogue()
              .find(connection, List.of("t"), true)
              .get(0)
              .table()
              .columns();
      return columns.stream()
          .map(column -> column.name() + " " + column.type().text())
          .collect(Collectors.joining(", "));
    }
  }

  private String rows(String text) throws Exception {
    Path path = Opened.write(folder, "t.csv", text);
    try (Database database = Opened.memory(Opened.file("t", path));
        Connection connection = database.connect()) {
      return query(connection, "select * from t");
    }
  }

  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of("1\n-20\n0", "v integer"),
        Arguments.of("9223372036854775807\n-9223372036854775808", "v integer"),
        Arguments.of("1\n9223372036854775808", "v decimal(38, 0)"),
        Arguments.of("1\n123456789012345678901234567890123456789", "v double"),
        Arguments.of("123456789012345678901234567890123456789x", "v text"),
        Arguments.of("010\n020", "v text"),
        Arguments.of("+1\n+2", "v text"),
        Arguments.of("1\n1.5\n-2e3", "v double"),
        Arguments.of("1.5\nNaN\n-Infinity\ninf", "v double"),
        Arguments.of("NaN\nInfinity", "v text"),
        Arguments.of("1.\n2.", "v text"),
        Arguments.of(".5\n.6", "v text"),
        Arguments.of("1e999\n2e999", "v text"),
        Arguments.of("1,000\n", "an error"),
        Arguments.of("true\nFALSE\nTrue", "v boolean"),
        Arguments.of("yes\nno", "v text"),
        Arguments.of("NO\nSE", "v text"),
        Arguments.of("2024-02-29\n0001-01-01", "v date"),
        Arguments.of("2023-02-29\n2023-02-30", "v text"),
        Arguments.of("2024-1-31\n2024-2-1", "v text"),
        Arguments.of("31.01.2024\n01/02/2024", "v text"),
        Arguments.of("2024-01-31\n2024-01-31 12:30:00", "v timestamp"),
        Arguments.of("2024-01-31T12:30:00.123456", "v timestamp"),
        Arguments.of("2024-01-31T12:30:00Z\n2024-01-31 12:30:00+02:00", "v timestamptz"),
        Arguments.of("2024-01-31T12:30:00Z\n2024-01-31T12:30:00", "v text"),
        Arguments.of("2024-01-31T24:00:00\n2024-01-31T12:60:00", "v text"),
        Arguments.of("12:30:00\n23:59:59.5", "v time"),
        Arguments.of("5f0e8a2e-9d3a-4a53-8b1b-000000000001", "v text"),
        Arguments.of("\"1\"\n\"2\"", "v integer"),
        Arguments.of("1\n\"\"\n2", "v text"),
        Arguments.of("\n\n", "v text"),
        Arguments.of(" 1\n 2", "v text"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void findsTypesOverTheWholeFile(String values, String expected) throws Exception {
    if (expected.equals("an error")) {
      assertThatThrownBy(() -> types(NO_TYPES, "v\n" + values)).isInstanceOf(SQLException.class);
    } else {
      assertThat(types(NO_TYPES, "v\n" + values)).isEqualTo(expected);
    }
  }

  @Test
  void oneLateValueDecides() throws Exception {
    String many = "1\n".repeat(50_000);
    assertThat(types(NO_TYPES, "v\n" + many + "x\n")).isEqualTo("v text");
  }

  static Stream<Arguments> contents() {
    return Stream.of(
        Arguments.of("a,b\n1,x\n2,y\n", "1|x\n2|y"),
        Arguments.of("a,b\n1,x\n2,y", "1|x\n2|y"),
        Arguments.of("a,b\r\n1,x\r\n2,y\r\n", "1|x\n2|y"),
        Arguments.of("a,b\r1,x\r2,y\r", "1|x\n2|y"),
        Arguments.of("\uFEFFa,b\n1,x\n", "1|x"),
        Arguments.of("a,b\n1,\"x,\"\"y\"\"\"\n", "1|x,\"y\""),
        Arguments.of("a,b\n1,\"x\r\ny\"\n2,z\n", "1|x\r\ny\n2|z"),
        Arguments.of("a,b\n1,\n2,\"\"\n", "1|null\n2|"),
        Arguments.of("a,b\n1,NULL\n2,null\n", "1|NULL\n2|null"),
        Arguments.of("a,b\n1,in \"quotes\"\n", "1|in \"quotes\""),
        Arguments.of("a,b\n1,#x\n#2,y\n", "1|#x\n#2|y"),
        Arguments.of("a,b\n1,x\n\n\n", "1|x"),
        Arguments.of("a\n1\n\n2\n", "1\nnull\n2"),
        Arguments.of("a,b\n", ""),
        Arguments.of("a,b\n1,caf\u00e9 \uD83D\uDE00\n", "1|caf\u00e9 \uD83D\uDE00"));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void readsEveryRowAsItStands(String text, String expected) throws Exception {
    assertThat(rows(text)).isEqualTo(expected);
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("", "`t.csv` is empty: it has no header line"),
        Arguments.of("\n1\n", "`t.csv`, line 1: the line is empty; the header is expected there"),
        Arguments.of("a,b\n1,x\n2\n", "`t.csv`, line 3: 1 field where the header has 2"),
        Arguments.of("a,b\n1,x,3\n", "`t.csv`, line 2: 3 fields where the header has 2"),
        Arguments.of("a,b\n1,\"x\ny\"\n3\n", "`t.csv`, line 4: 1 field where the header has 2"),
        Arguments.of("a,b\n1,x\n\n2,y\n", "`t.csv`, line 3: the line is empty, and rows follow it"),
        Arguments.of("a,b\n1,\"x\n2,y\n", "`t.csv`, line 2: a quote is opened and never closed"),
        Arguments.of(
            "a,b\n1,\"x\"y\n",
            "`t.csv`, line 2: text after a closing quote; write `\"\"` for a quote inside a field"),
        Arguments.of("a,b\r\n1,x\n", "`t.csv`, line 2: it ends in LF, the lines before in CRLF"),
        Arguments.of(
            "a,A\n1,2\n",
            "`t.csv`, line 1: two columns are called `A`, or differ in upper and lower case alone"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refusesWhatIsMalformed(String text, String message) {
    assertThatThrownBy(() -> rows(text)).isInstanceOf(SQLException.class).hasMessage(message);
  }

  @Test
  void refusesOtherEncodings() throws Exception {
    Path path =
        Files.write(
            folder.resolve("t.csv"), "a,b\n1,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Opened.memory(Opened.file("t", path)))
        .hasMessage("`t.csv`, line 2: it is not UTF-8; save the file as UTF-8");
  }

  static Stream<Arguments> notes() {
    return Stream.of(
        Arguments.of("amount\n1\nabc\n3\n", "`amount` is text because of 'abc' in line 3"),
        Arguments.of("amount\n1\n2.5\nn/a\n\n", "`amount` is text because of 'n/a' in line 4"),
        Arguments.of(
            "amount\n1\nn/a\n3\nn/a\n4\n",
            "`amount` is text because of 'n/a' in line 3 and 1 other line"),
        Arguments.of(
            "d\n2024-01-01\n2024-02-30\n2024-01-03\n",
            "`d` is text because of '2024-02-30' in line 3"),
        Arguments.of("zip\n94110\n02134\n94112\n", "`zip` is text because of '02134' in line 3"),
        Arguments.of(
            "a,amount\n\"x\ny\",1\nz,b\nw,2\n", "`amount` is text because of 'b' in line 4"));
  }

  @ParameterizedTest
  @MethodSource("notes")
  void tellsWhichOneValueMadeAColumnText(String text, String note) throws Exception {
    Path path = Opened.write(folder, "t.csv", text);
    try (Database database = Opened.memory(Opened.file("t", path))) {
      assertThat(database.notes()).extracting(FileNote::message).containsExactly(note);
      assertThat(database.notes())
          .allSatisfy(each -> assertThat(each.discreet()).doesNotContain("'"));
    }
  }

  @ParameterizedTest
  @MethodSource("plain")
  void keepsQuietAboutPlainText(String text) throws Exception {
    Path path = Opened.write(folder, "t.csv", text);
    try (Database database = Opened.memory(Opened.file("t", path))) {
      assertThat(database.notes()).isEmpty();
    }
  }

  static Stream<String> plain() {
    return Stream.of("a\nx\ny\n", "a\nx\n1\ny\n", "a\n1\nx\nx\n", "a\n1\n2\n", "a,b\n1,\n2,\n");
  }

  @Test
  void saysThatAFileWithoutRowsIsText() throws Exception {
    Path path = Opened.write(folder, "t.csv", "a,b\n");
    try (Database database = Opened.memory(Opened.file("t", path))) {
      assertThat(database.notes())
          .extracting(FileNote::message)
          .containsExactly("`t.csv` has no rows, so every column is text");
    }
  }

  static Stream<Arguments> declared() {
    return Stream.of(
        Arguments.of("text", "1\n2", "v text"),
        Arguments.of("bigint", "1\n2", "v integer"),
        Arguments.of("decimal(12, 2)", "1.50\n2", "v decimal(12, 2)"),
        Arguments.of("decimal", "1.50\n2.125", "v decimal(38, 3)"),
        Arguments.of("double", "1\n2", "v double"),
        Arguments.of("timestamp", "2024-01-31", "v timestamp"),
        Arguments.of("uuid", "5f0e8a2e-9d3a-4a53-8b1b-000000000001", "v uuid"),
        Arguments.of("json", "\"{\"\"a\"\": 1}\"", "v json"));
  }

  @ParameterizedTest
  @MethodSource("declared")
  void takesDeclaredTypes(String type, String values, String expected) throws Exception {
    assertThat(types(Map.of("v", type), "v\n" + values + "\n")).isEqualTo(expected);
  }

  static Stream<Arguments> wronglyDeclared() {
    return Stream.of(
        Arguments.of(
            "v",
            "integer",
            "1\nx",
            "`t.csv`, line 3: 'x' is not an integer, as `types` says of `v`"),
        Arguments.of(
            "v",
            "decimal(4, 1)",
            "1.25",
            "`t.csv`, line 2: '1.25' does not fit decimal(4, 1), as `types` says of `v`"),
        Arguments.of(
            "v",
            "date",
            "2023-02-29",
            "`t.csv`, line 2: '2023-02-29' is not a date such as 2024-01-31, as `types` says of `v`"),
        Arguments.of(
            "w",
            "date",
            "x",
            "`types` of `t.csv` speaks of `w`, and there is no such column; it has `v`"),
        Arguments.of(
            "v",
            "money",
            "x",
            "`money` under `types` of `t.csv` is not a type that a file can hold; write `text`,"
                + " `integer`, `decimal(12, 2)`, `double`, `boolean`, `date`, `time`, `timestamp`,"
                + " `timestamptz`, `uuid` or `json`"));
  }

  @ParameterizedTest
  @MethodSource("wronglyDeclared")
  void refusesValuesThatAreNotOfTheirDeclaredType(
      String column, String type, String values, String message) {
    assertThatThrownBy(() -> types(Map.of(column, type), "v\n" + values + "\n"))
        .isInstanceOf(SQLException.class)
        .hasMessage(message);
  }

  @Test
  void severalFilesAreOneTable() throws Exception {
    Path one = Opened.write(folder, "a.csv", "k,v\n1,2024-01-01\n");
    Path two = Opened.write(folder, "b.csv", "k,v\n2,soon\n");
    try (Database database = Opened.memory(Opened.file("t", one, two));
        Connection connection = database.connect()) {
      assertThat(query(connection, "select * from t order by k")).isEqualTo("1|2024-01-01\n2|soon");
      assertThat(database.notes())
          .extracting(FileNote::message)
          .containsExactly("`v` is text because of 'soon' in line 2 of `b.csv`");
    }
    Path odd = Opened.write(folder, "c.csv", "v,k\nx,3\n");
    assertThatThrownBy(() -> Opened.memory(Opened.file("t", one, odd)))
        .hasMessage("`c.csv`, line 1: the header is `v`, `k`, and `k`, `v` in `a.csv`");
  }
}
