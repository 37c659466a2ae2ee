package dev.sluice.connectors.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A broken file is an error that names it, or is read to the last row; nothing in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileFilesTest {

  @TempDir private Path folder;

  private byte[] parquet = new byte[0];

  @BeforeEach
  void parquet() throws IOException {
    Path file = folder.resolve("whole.parquet");
    if (!Files.exists(file)) {
      Ground.of(Ground.Kind.DUCKDB, folder)
          .sql(
              "copy (select hash(range) as a, 'x' || range as b from range(5000)) to '"
                  + file
                  + "'");
    }
    parquet = Files.readAllBytes(file);
  }

  private static Arguments read(String name, String text, long rows) {
    return Arguments.of(name, text.getBytes(UTF_8), rows);
  }

  static Stream<Arguments> readable() {
    return Stream.of(
        read("header.csv", "a,b\n", 0),
        read("header-without-end.csv", "a,b", 0),
        read("no-last-line-end.csv", "a,b\n1,2\n3,4", 2),
        read("blank-lines-at-the-end.csv", "a,b\n1,2\n\n\n", 1),
        read("windows.csv", "a,b\r\n1,2\r\n3,4\r\n", 2),
        read("old-mac.csv", "a,b\r1,2\r3,4\r", 2),
        read("mark.csv", "\ufeffa,b\n1,2\n", 1),
        read("lines-in-quotes.csv", "a,b\n1,\"x\ny\r\nz\"\n2,\"\n\"\n", 2),
        read("quotes-in-quotes.csv", "a,b\n1,\"x\"\"y,\"\"\"\n", 1),
        read("formulas.csv", "a,b\n=1+1,@x\n+1,-1\n", 2),
        read("numbers.csv", "a,b\n1e400," + "9".repeat(60) + "\n-0,1e-400\n", 2),
        read("long-field.csv", "a,b\n1," + "x".repeat(1_900_000) + "\n", 1),
        read("nul.csv", "a,b\n1,x\u0000y\n", 1),
        read("wide.csv", wide("c") + "\n" + wide("") + "\n", 1),
        read("controls.csv", "a,b\n\u001b[31m,\u0007\n\u202e,\u2028\n", 2),
        read("nulls-as-words.csv", "a,b\nNULL,null\nNA,NaN\n", 2));
  }

  private static String wide(String prefix) {
    StringBuilder line = new StringBuilder(prefix + 0);
    for (int column = 1; column < 2_000; column++) {
      line.append(',').append(prefix).append(column);
    }
    return line.toString();
  }

  @ParameterizedTest
  @MethodSource("readable")
  void everyRowIsRead(String name, byte[] bytes, long rows) throws IOException {
    Report report = check(name, bytes, "row_count = " + rows);
    assertThat(report.exitCode()).as(told(report)).isZero();
    assertThat(report.suites().get(0).rows()).contains(rows);
  }

  private static Arguments broken(String name, byte[] bytes, String message) {
    return Arguments.of(name, bytes, message);
  }

  private static Arguments broken(String name, String text, String message) {
    return Arguments.of(name, text.getBytes(UTF_8), message);
  }

  static Stream<Arguments> unreadable() throws IOException {
    byte[] zipped = zipped("a,b\n" + "1,2\n".repeat(5_000));
    return Stream.of(
        broken("empty.csv", "", "is empty"),
        broken("short-row.csv", "a,b\n1,2\n3\n", "line 3"),
        broken("long-row.csv", "a,b\n1,2\n3,4,5\n", "line 3"),
        broken("open-quote.csv", "a,b\n1,\"2\n3,4\n", "line 2"),
        broken("behind-quote.csv", "a,b\n1,\"2\"x\n", "line 2"),
        broken("mixed-ends.csv", "a,b\r\n1,2\n3,4\r\n", "line 2"),
        broken("other-delimiter.csv", "a,b\n1,2\n3;4\n", "line 3"),
        broken("blank-line.csv", "a,b\n1,2\n\n3,4\n", "line 3"),
        broken("twins.csv", "a,A\n1,2\n", "line 1"),
        broken("longer-field.csv", "a,b\n1,\"" + "x".repeat(3_000_000), "line 2: a row of more"),
        broken("many-fields.csv", "a,b\n" + ",".repeat(200_000), "line 2: a row of more"),
        broken("latin.csv", "a,b\n1,caf\u00e9\n".getBytes(ISO_8859_1), "line 2"),
        broken("wide-signs.csv", "a,b\n1,2\n".getBytes(UTF_16), "line 1"),
        broken("cut.csv.gz", Arrays.copyOf(zipped, zipped.length - 20), "cut.csv.gz"),
        broken("not-zipped.csv.gz", "a,b\n1,2\n", "not-zipped.csv.gz"),
        broken("garbage.parquet", "PAR1" + "x".repeat(100) + "PAR1", "garbage.parquet"),
        broken("csv.parquet", "a,b\n1,2\n", "csv.parquet"),
        broken("empty.parquet", "", "empty.parquet"),
        broken("cut.json", "[{\"a\": 1}, {\"a\": ", "cut.json"),
        broken("numbers.json", "[1, 2", "numbers.json"),
        broken("bad-line.jsonl", "{\"a\": 1}\n{\"a\" 2}\n", "bad-line.jsonl"),
        broken("deep.json", "[".repeat(100_000), "deep.json"));
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void nothingIsJudgedOfABrokenFile(String name, byte[] bytes, String message) throws IOException {
    refused(check(name, bytes, "row_count >= 0"), message);
  }

  @Test
  void aParquetFileThatWasCutOrChangedIsAnError() throws IOException {
    refused(check("cut.parquet", Arrays.copyOf(parquet, parquet.length / 2), "a >= 0"), "cut.p");
    byte[] changed = parquet.clone();
    Arrays.fill(changed, parquet.length - 200, parquet.length - 8, (byte) 0x7F);
    refused(check("changed.parquet", changed, "a >= 0"), "changed.parquet");
    byte[] damaged = parquet.clone();
    Arrays.fill(damaged, 4, 2_000, (byte) 0xFF);
    // its own statistics are believed; what must be read is found broken
    Report report = check("damaged.parquet", damaged, "sum(a) > 0");
    assertThat(report.exitCode()).as(told(report)).isEqualTo(3);
  }

  private static void refused(Report report, String message) {
    assertThat(report.exitCode()).as(told(report)).isIn(2, 3);
    assertThat(told(report)).contains(message).doesNotContain("Exception", "\tat ");
    assertThat(report.suites().stream().flatMap(each -> each.expectations().stream()))
        .noneMatch(each -> each.judged() > 0 || each.violations() > 0);
  }

  private Report check(String name, byte[] bytes, String line) throws IOException {
    Files.write(folder.resolve(name), bytes);
    Ground ground = Ground.of(Ground.Kind.DUCKDB, folder);
    ground.write("sluice.yml", "connections: {here: 'jdbc:duckdb:'}\n");
    return ground.check("table: '" + name + "'\nexpect: ['" + line + "']\n");
  }

  private static String told(Report report) {
    return List.of(
            report.outcome(),
            report.diagnostics(),
            report.suites().stream().map(each -> each.message() + each.error()).toList())
        .toString();
  }
}
