package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** `suggest`: what it is asked, where its suite goes, how it ends. */
class SuggestTest {

  private static final String HELP =
      """
      Drafts a first suite from the data. Only reads.

      Usage: sluice suggest TABLE|FILE [options]

        sluice suggest orders.csv > orders.yml
        sluice suggest staging.orders --connection warehouse --save orders.yml

      Each line is met by the data as it is, and a comment says why it is there.

            TABLE|FILE          A table, or a data file (csv, parquet, json).

      Options:
            --save=FILE         Write the suite into a new file instead of standard output.
            --now=INSTANT       The time that now() is, such as 2026-01-31T06:00:00Z.
            --timeout=TIME      How long it may take, such as 90s, 10m or 2h.
            --connection=NAME|URL
                                The database: a name from sluice.yml, or a JDBC URL.
            --table=NAME=FILE   A name for a data file, so that lines can speak of it. Repeatable.
            --set=name=value    The value of a parameter of the suite. Repeatable.
            --config=FILE       The configuration to use instead of the nearest sluice.yml.
            --verbose           Tell the SQL too, and where in the program an error came from.
            --no-color          No colours, even on a terminal.
        -h, --help              Show this help.
      """;

  @TempDir private Path directory = Path.of("");

  private record Ended(int exitCode, String out, String err) {}

  private Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            false,
            100,
            Map.of(),
            directory);
    int exitCode = Sluice.run(surroundings, new RealEngine(new Interruption()), List.of(arguments));
    return new Ended(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  @BeforeEach
  void writeOrders() throws IOException {
    StringBuilder orders = new StringBuilder("order_id,status\n");
    for (int row = 0; row < 40; row++) {
      orders.append(row).append(row % 3 == 0 ? ",new\n" : ",paid\n");
    }
    Files.writeString(directory.resolve("orders.csv"), orders);
  }

  @Test
  void helpIsThis() {
    assertThat(new Desk(directory).run("suggest", "--help").out().strip()).isEqualTo(HELP.strip());
  }

  @Test
  void itTakesItsOptions() {
    Desk.Result result =
        new Desk(directory)
            .run(
                "suggest",
                "orders",
                "--connection",
                "warehouse",
                "--table",
                "a=a.csv",
                "--config",
                "c.yml",
                "--now",
                "2026-01-31T06:00:00Z",
                "--timeout",
                "90s");

    Request request = result.request();
    assertThat(request.command()).isEqualTo(Request.Command.SUGGEST);
    assertThat(request.targets()).containsExactly("orders");
    assertThat(request.connection()).contains("warehouse");
    assertThat(request.tables()).containsEntry("a", "a.csv");
    assertThat(request.config()).contains(Path.of("c.yml"));
    assertThat(request.now()).contains(Instant.parse("2026-01-31T06:00:00Z"));
    assertThat(request.timeout()).contains(Duration.ofSeconds(90));
    assertThat(result.out()).isEqualTo("# in " + directory + "\ntable: orders\n");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void whatItPrintsIsASuiteThatIsMet() throws IOException {
    Ended ended = run("suggest", "orders.csv");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .contains("  - order_id is unique    # 40 different values\n")
        .contains("  - status in ('paid', 'new')  # in 26 + 14 rows\n");
    Files.writeString(directory.resolve("orders.yml"), ended.out());
    assertThat(run("lint", "orders.yml").exitCode()).isZero();
    assertThat(run("fmt", "--check", "orders.yml").exitCode()).isZero();
    assertThat(run("check", "orders.yml", "--fail-on", "warn").exitCode()).isZero();
  }

  @Test
  void aSavedSuiteIsMetFromItsOwnFolder() throws IOException {
    Files.createDirectory(directory.resolve("suites"));

    Ended ended = run("suggest", "orders.csv", "--save", "suites/first.yml");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).isEqualTo("wrote suites/first.yml, 6 lines\n");
    assertThat(directory.resolve("suites/first.yml")).content().contains("table: ../orders.csv\n");
    assertThat(run("check", "suites").exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "orders.csv, `orders.csv` is no name of a suite, end it with `.yml`",
    "sluice.yml, `sluice.yml` is no name of a suite, end it with `.yml`",
    "there.yml, `there.yml` is there already, save under another name",
    "no/a.yml, the folder of `no/a.yml` does not exist, make it first",
  })
  void nothingIsOverwritten(String file, String message, String help) throws IOException {
    Files.writeString(directory.resolve("there.yml"), "mine");

    Ended ended = run("suggest", "orders.csv", "--save", file);

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("error[E0002]: " + message, "= help: " + help);
    assertThat(directory.resolve("there.yml")).hasContent("mine");
  }

  @Test
  void unknownNamesAreTwoAndUnreachableDatabasesThree() {
    Ended unknown = run("suggest", "order.csv");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err())
        .contains("the file `order.csv` is not there", "did you mean `orders.csv`?");

    Ended unreachable =
        run("suggest", "orders", "--connection", "jdbc:postgresql://127.0.0.1:1/shop");
    assertThat(unreachable.exitCode()).isEqualTo(3);
    assertThat(unreachable.out()).isEmpty();
    assertThat(unreachable.err()).startsWith("error[connection]: ");
  }
}
