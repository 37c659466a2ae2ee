package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.engine.run.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with its engine on DuckDB: one run for each way to end. */
class WholeRunTest {

  private static final String ORDERS =
      """
      order_id,amount,status
      1,10.50,paid
      2,-5.00,new
      2,7.25,
      4,12.00,Paid
      """;

  private static final String GATE =
      """
      table: staged
      connection: jdbc:duckdb:shop.db
      expect:
        - amount >= 0 else quarantine
        - %s
      publish: {into: orders}
      batch: monday
      ensure:
        - %s
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

  private void file(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private String shop(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + directory.resolve("shop.db"));
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      ResultSet rows = statement.getResultSet();
      return rows.next() ? rows.getString(1) : "";
    }
  }

  @BeforeEach
  void writeOrders() throws IOException {
    file("orders.csv", ORDERS);
  }

  @Test
  void metIsZeroWithoutAnyConfiguration() {
    Ended ended =
        run("check", "orders.csv", "-e", "order_id is not null", "-e", "row_count between 1 and 9");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out())
        .contains("orders.csv", "4 rows", "✓ met  order_id is not null", "row_count is 4");
  }

  @Test
  void failedIsOneWithTheFailingRows() throws IOException {
    Ended ended =
        run(
            "check",
            "orders.csv",
            "-e",
            "status in ('paid', 'new')",
            "-e",
            "amount < 0 else warn",
            "--format",
            "json",
            "--save",
            "report.xml");

    JsonNode report = new ObjectMapper().readTree(ended.out());
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(report.at("/exit_code").intValue()).isEqualTo(1);
    JsonNode line = report.at("/suites/0/expectations/0");
    assertThat(line.at("/violations").intValue()).isEqualTo(1);
    assertThat(line.at("/undecided").intValue()).isEqualTo(1);
    assertThat(line.at("/samples/0/status").textValue()).isEqualTo("Paid");
    assertThat(report.at("/suites/0/expectations/1/verdict").textValue()).isEqualTo("warned");
    assertThat(directory.resolve("report.xml")).content().contains("failures=\"1\"");
  }

  @Test
  void aMisspeltColumnIsTwoWithACaret() {
    Ended ended = run("check", "orders.csv", "-e", "amonut > 0");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEqualTo("INVALID  1 error, nothing was run, exit code 2\n");
    assertThat(ended.err())
        .contains("error[E0401]: no column `amonut`", " 1 | amonut > 0", "   | ^^^^^^", "`amount`");
  }

  @Test
  void nothingToRunIsTwo() throws IOException {
    Files.createDirectory(directory.resolve("empty"));

    assertThat(run("check", "empty").exitCode()).isEqualTo(2);
    assertThat(run("check", "orders.csv").exitCode()).isEqualTo(2);
    assertThat(run("check", "orders.csv", "-e", "").exitCode()).isEqualTo(2);
    assertThat(run("gate", "nowhere.yml").exitCode()).isEqualTo(2);
  }

  @Test
  void aDatabaseThatIsNotThereIsThree() throws IOException {
    file("orders.yml", "table: orders\nexpect: [id is unique]\n");

    Ended ended =
        run("check", "orders.yml", "--connection", "jdbc:postgresql://127.0.0.1:1/x?password=pw1");

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.out()).contains("ERROR").doesNotContain("pw1", "\tat ");
    assertThat(ended.err()).doesNotContain("pw1", "\tat ");
  }

  @Test
  void aGatePublishesOnceAndSaysWhereTheRestIs() throws Exception {
    shop("create table staged as select * from '" + directory.resolve("orders.csv") + "'");
    file("gate.yml", GATE.formatted("row_count > 0", "row_count = 3"));

    Ended first = run("gate", "gate.yml");
    Ended second = run("gate", "gate.yml");

    assertThat(first.exitCode()).as(first.out()).isZero();
    assertThat(first.out())
        .contains(
            "4 candidate rows = 3 published + 1 quarantined + 0 dropped", "next: select * from ");
    String query = first.out().replaceAll("(?s).*next: (select [^\n]*).*", "$1");
    assertThat(shop(query.replace("select *", "select order_id"))).isEqualTo("2");
    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).contains("nothing was done");
    assertThat(shop("select count(*) from orders")).isEqualTo("3");
  }

  @Test
  void aReplayPublishesWhatNowPassesAndAPurgeTakesOldRowsAway() throws Exception {
    shop("create table staged as select * from '" + directory.resolve("orders.csv") + "'");
    String suite = GATE.formatted("row_count > 0", "row_count < 9");
    file("gate.yml", suite);
    run("gate", "gate.yml");
    file("gate.yml", suite.replace("amount >= 0", "amount >= -5"));

    Ended replay = run("replay", "gate.yml", "--line", "amount >= 0", "--format", "json");
    Ended again = run("replay", "gate.yml");
    Ended purge = run("purge", "gate.yml", "--older", "1s", "--now", "2100-01-01T00:00:00Z");

    assertThat(replay.exitCode()).as(replay.err()).isZero();
    JsonNode gate = new ObjectMapper().readTree(replay.out()).at("/suites/0/gate");
    assertThat(gate.at("/published").intValue()).isEqualTo(1);
    assertThat(gate.at("/quarantined").intValue()).isZero();
    assertThat(gate.at("/batch").isNull()).isTrue();
    assertThat(again.exitCode()).isZero();
    assertThat(again.out())
        .contains("the quarantine `orders_quarantine` is empty: nothing to replay");
    assertThat(shop("select count(*) from orders")).isEqualTo("4");
    assertThat(purge.exitCode()).isZero();
    assertThat(purge.out())
        .contains("purged 0 rows of the quarantine and 2 runs of the ledger")
        .contains("1 run of these published a batch, which now can be published again");
    assertThat(run("purge", "gate.yml", "--older", "soon").exitCode()).isEqualTo(2);
  }

  @Test
  void aRefusedLoadIsOneAndOneTakenBackIsFour() throws Exception {
    shop("create table staged as select * from '" + directory.resolve("orders.csv") + "'");
    file("refused.yml", GATE.formatted("row_count > 9", "row_count = 3"));
    file("back.yml", GATE.formatted("row_count > 0", "row_count = 9"));

    Ended refused = run("gate", "refused.yml");
    Ended back = run("gate", "back.yml");

    assertThat(refused.exitCode()).as(refused.out()).isEqualTo(1);
    assertThat(refused.out())
        .contains("FAILED", "nothing was published", "downstream must not run");
    assertThat(back.exitCode()).as(back.out()).isEqualTo(4);
    assertThat(back.out()).contains("ROLLED BACK", "every write was undone");
    assertThat(shop("select count(*) from duckdb_tables() where table_name = 'orders'"))
        .isEqualTo("0");
  }

  @Test
  void explainAndLint() throws IOException {
    file("orders.yml", "table: orders.csv\nexpect: [order_id is not null, amount > 0]\n");
    file("wrong.yml", "table: orders.csv\nexpect: [row_count > 0 else quarantine]\n");

    Ended plan = run("explain", "orders.yml");
    assertThat(plan.exitCode()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("SELECT", "order_id is not null");
    assertThat(run("lint", "orders.yml").exitCode()).isZero();
    Ended wrong = run("lint", "wrong.yml", "--offline");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("error[E0301]");
  }
}
