package dev.sluice.connectors.duckdb;

import static dev.sluice.connectors.contract.Databases.execute;
import static dev.sluice.connectors.contract.Databases.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.engine.connector.DataFile;
import dev.sluice.engine.connector.Database;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherFilesTest {

  private final Path folder;

  OtherFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String types(DataFile file) throws SQLException {
    try (Database database = Opened.memory(file);
        Connection connection = database.connect()) {
      return Opened.CONNECTOR
          .catalogue()
          .find(connection, List.of(file.name()), true)
          .get(0)
          .table()
          .columns()
          .stream()
          .map(column -> column.name() + " " + column.type().text())
          .collect(Collectors.joining(", "));
    }
  }

  private static String rows(DataFile file) throws SQLException {
    try (Database database = Opened.memory(file);
        Connection connection = database.connect()) {
      return query(connection, "SELECT * FROM " + file.name() + " ORDER BY ALL");
    }
  }

  private Path parquet(String name, String select) throws SQLException {
    Path path = folder.resolve(name);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      execute(connection, "COPY (" + select + ") TO '" + path + "' (FORMAT parquet)");
    }
    return path;
  }

  private Path zipped(String name, String text) throws Exception {
    Path path = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return path;
  }

  @Test
  void parquetSaysItsTypesItself() throws Exception {
    Path path =
        parquet("t.parquet", "SELECT 1::BIGINT a, 1.5::DECIMAL(5,2) b, DATE '2024-01-31' c");
    assertThat(types(Opened.file("t", path))).isEqualTo("a integer, b decimal(5, 2), c date");
    assertThatThrownBy(() -> Opened.memory(Opened.file("t", Map.of("a", "text"), path)))
        .hasMessage("`t.parquet` says its types itself; `types` is for csv and json");
  }

  @Test
  void parquetFilesOfOneTableAgree() throws Exception {
    Path one = parquet("a.parquet", "SELECT 1 a");
    Path two = parquet("b.parquet", "SELECT 2 a");
    Path odd = parquet("c.parquet", "SELECT 'x' a");
    assertThat(rows(Opened.file("t", one, two))).isEqualTo("1\n2");
    assertThatThrownBy(() -> Opened.memory(Opened.file("t", one, odd)))
        .hasMessage(
            "the files of `in/*.csv` have different columns: `a.parquet` has a INTEGER,"
                + " `c.parquet` has a VARCHAR");
  }

  @Test
  void jsonIsAnArrayOrALineEach() throws Exception {
    Path array =
        Opened.write(folder, "a.json", "[{\"k\": 1, \"d\": \"2024-01-31\"}, {\"k\": 2.5}]");
    assertThat(types(Opened.file("t", array))).isEqualTo("k double, d date");
    assertThat(rows(Opened.file("t", array))).isEqualTo("1.0|2024-01-31\n2.5|null");
    String late = "{\"k\": 1}\n".repeat(30_000) + "{\"k\": \"x\"}\n";
    Path lines = Opened.write(folder, "b.ndjson", late);
    assertThat(types(Opened.file("t", lines))).isEqualTo("k json");
    assertThat(types(Opened.file("t", Map.of("k", "text"), lines))).isEqualTo("k text");
  }

  @Test
  void zippedFilesAreReadToo() throws Exception {
    assertThat(rows(Opened.file("t", zipped("t.csv.gz", "a,b\n1,x\n")))).isEqualTo("1|x");
    assertThat(rows(Opened.file("t", zipped("t.json.gz", "{\"a\": 1}\n")))).isEqualTo("1");
  }

  @Test
  void fieldsAreDividedAsDeclared() throws Exception {
    Path path = Opened.write(folder, "t.csv", "1;x,y\n2;z\n");
    DataFile file = new DataFile("t", "t.csv", List.of(path), Map.of(), Optional.of(";"), false);
    assertThat(types(file)).isEqualTo("column0 integer, column1 text");
    assertThat(rows(file)).isEqualTo("1|x,y\n2|z");
    assertThat(rows(Opened.file("t", Opened.write(folder, "t.tsv", "a\tb\n1\tx\n"))))
        .isEqualTo("1|x");
    DataFile wrong = new DataFile("t", "t.csv", List.of(path), Map.of(), Optional.of("||"), false);
    assertThatThrownBy(() -> Opened.memory(wrong))
        .hasMessage(
            "`||` cannot stand between the fields of `t.csv`; a delimiter is one character such as"
                + " `;`");
  }

  @Test
  void brokenFilesAreNamedAsTheUserWroteThem() throws Exception {
    Path json = Opened.write(folder, "t.json", "{\"a\": 1");
    assertThatThrownBy(() -> Opened.memory(Opened.file("t", json)))
        .hasMessageStartingWith("`t.json` cannot be read: ")
        .hasMessageNotContaining(folder.toString());
    Path parquet = Opened.write(folder, "t.parquet", "PAR1 this is none");
    assertThatThrownBy(() -> Opened.memory(Opened.file("t", parquet)))
        .hasMessageStartingWith("`t.parquet` cannot be read: ")
        .hasMessageNotContaining(folder.toString());
    Path other = Opened.write(folder, "t.xlsx", "PK");
    assertThatThrownBy(() -> Opened.memory(Opened.file("t", other)))
        .hasMessage("`t.xlsx` is not a data file; it ends in `.csv`, `.parquet` or `.json`");
    Path csv = Opened.write(folder, "u.csv", "a\n1\n");
    assertThatThrownBy(() -> Opened.memory(Opened.file("t", csv, json)))
        .hasMessage("`in/*.csv` names files of several kinds; a table has one kind");
    assertThatThrownBy(() -> Opened.memory(Opened.file("t", csv), Opened.file("T", csv)))
        .hasMessage("two data files are called `T`; name them apart under `tables`");
  }
}
