package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.Sluice;
import dev.sluice.engine.Suite;
import dev.sluice.engine.report.GateReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to MariaDB: keys, engines, definitions that commit, locks of rows. */
final class MariaDbGateTest {

  private static final String PUBLISH =
      "table: staging\npublish: {into: target}\nquarantine: set_aside\n";

  @TempDir private Path folder;

  private Ground ground() {
    return Ground.of(Ground.Kind.MARIADB, folder);
  }

  private Ground orders(String key) {
    Ground ground = ground();
    ground.sql(
        "create table orders (nr integer" + key + ", id integer, amount integer)",
        "insert into orders values (1, 1, 10), (2, 2, -5), (3, 2, -5), (4, 3, null), (5, 4, 900)");
    return ground;
  }

  private static GateReport gate(Report report) {
    return report.suites().get(0).gate().orElseThrow();
  }

  @Test
  void rowsWithAWholeNumberAsKeyAreChangedInPlace() {
    Ground ground = orders(" primary key");
    Report report =
        ground.gate(
            "table: orders\nexpect:\n"
                + "  - id is unique else drop keeping first amount\n"
                + "  - amount < 100 else quarantine\n"
                + "  - amount >= 0 else default 0\n"
                + "ensure:\n  - id is unique\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id, amount from orders order by nr"))
        .containsExactly("1 10", "2 0", "3 null");
    assertThat(ground.rows("select id, amount from orders_quarantine")).containsExactly("4 900");
    assertThat(gate(report).published()).isEqualTo(3);
    assertThat(ground.ledger()).containsExactly("published");
  }

  @Test
  void rowsWithoutSuchAKeyAreOnlyJudgedInPlace() {
    Ground ground = orders("");
    Report refused = ground.gate("table: orders\nexpect:\n  - amount >= 0 else drop\n");
    assertThat(refused.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(refused.diagnostics().get(0).message())
        .isEqualTo(
            "`drop` cannot be kept here: rows of this table cannot be told apart: it has no"
                + " primary key of one whole number");
    assertThat(ground.rows("select count(*) from orders")).containsExactly("5");
    Report judged = ground.gate("table: orders\nexpect:\n  - amount >= 0 else fail\n");
    assertThat(judged.exitCode()).isEqualTo(1);
    assertThat(ground.gate("table: orders\nexpect:\n  - id > 0 else fail\n").exitCode()).isZero();
  }

  @Test
  void aLoadWritesRowsInTheGatesTransaction() {
    Ground ground = orders(" primary key");
    ground.write("load.sql", "delete from orders;\ninsert into orders values (9, 9, -1);\n");
    String suite = "table: orders\nload: load.sql\nexpect:\n";
    assertThat(ground.gate(suite + "  - amount >= 0 else rollback\n").exitCode()).isEqualTo(4);
    assertThat(ground.rows("select count(*) from orders")).containsExactly("5");
    assertThat(ground.gate(suite + "  - amount >= 0 else default 0\n").exitCode()).isZero();
    assertThat(ground.rows("select * from orders")).containsExactly("9 9 0");
  }

  @Test
  void aLoadThatWouldCommitIsRefused() {
    Ground ground = orders("");
    for (String statement :
        List.of(
            "truncate table orders",
            "create table other (a integer)",
            "lock tables orders write",
            "rename table orders to others",
            "analyze table orders",
            "set autocommit = 1")) {
      ground.write("load.sql", statement + ";\n");
      Report report = ground.gate("table: orders\nload: load.sql\nexpect:\n  - id > 0\n");
      assertThat(report.exitCode()).as(statement).isEqualTo(2);
      assertThat(ground.rows("select count(*) from orders")).containsExactly("5");
    }
  }

  @Test
  void aStepThatDefinesSomethingHasCommitted() {
    Ground ground = orders("");
    Suite suite = suite(ground, "table: orders\nexpect:\n  - id > 0\n", "connection: here\n");
    Report report =
        Sluice.open("here")
            .gate(suite, handle -> handle.execute("create table made_by_the_way (a integer)"));
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(report.suites().get(0).error().orElseThrow().code()).isEqualTo("step_committed");
  }

  private static Suite suite(Ground ground, String text, String connection) {
    ground.write("orders.yml", connection + text);
    return Suite.of(ground.folder().resolve("orders.yml"));
  }

  @Test
  void aTableWithoutTransactionsTakesNoRows() {
    Ground ground = orders("");
    ground.sql("create table target (nr integer, id integer, amount integer) engine = MyISAM");
    Report report = ground.gate("table: orders\npublish: {into: target}\nexpect:\n  - id > 0\n");
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.diagnostics().get(0).message())
        .isEqualTo(
            "`target` is a table without transactions: what is written there could not be undone");
    ground.sql(
        "create table loose (id integer) engine = Aria", "insert into loose values (1), (-1)");
    Report from =
        ground.gate("table: loose\npublish: {into: kept}\nexpect:\n  - id > 0 else quarantine\n");
    assertThat(from.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id from kept")).containsExactly("1");
  }

  @Test
  void tablesOfOursTakePartInTransactionsAndKeepTheCandidatesTexts() {
    Ground ground = ground();
    ground.sql(
        "create table staging (id integer, t varchar(9) character set latin1, e enum('x', 'y'))",
        "insert into staging values (1, 'a ', 'y'), (-1, 'A', 'x')");
    Report report = ground.gate(PUBLISH + "expect:\n  - id > 0 else quarantine\n  - t != 'a'\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(
            ground.rows(
                "select distinct engine from information_schema.tables"
                    + " where table_schema = database()"))
        .containsExactly("InnoDB");
    assertThat(ground.rows("select concat('<', t, '>'), e from target")).containsExactly("<a > y");
    assertThat(
            ground.rows(
                "select character_set_name from information_schema.columns where"
                    + " table_schema = database() and table_name = 'target' and column_name = 't'"))
        .containsExactly("latin1");
  }

  @Test
  void hostileTextsComeThroughByteByByte() {
    Ground ground = ground();
    List<String> texts =
        List.of(
            "\\' OR 1=1 -- ",
            "'; DROP TABLE staging; --",
            "\"",
            "`",
            "\\",
            "\\\\",
            "%",
            "?",
            ":x",
            "$1",
            "/*",
            "#",
            "\u0000",
            "\n",
            "\t",
            "\u202e",
            "\uD83D\uDE00",
            "e\u0301",
            "<b>");
    ground.sql("create table staging (id integer, t text)");
    for (int index = 0; index < texts.size(); index++) {
      insert(ground, index, texts.get(index));
    }
    String lines = "  - t = '\\'' OR 1=1 -- ' else quarantine\n  - t not like '%\\%' else warn\n";
    Report report = ground.gate(PUBLISH + "expect:\n" + lines);
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id from target")).containsExactly("0");
    assertThat(report.suites().get(0).expectations().get(1).violations()).isEqualTo(3);
    List<String> kept = ground.rows("select hex(t) from set_aside order by id");
    List<String> wanted =
        texts.stream()
            .skip(1)
            .map(
                each ->
                    HexFormat.of().withUpperCase().formatHex(each.getBytes(StandardCharsets.UTF_8)))
            .toList();
    assertThat(kept).isEqualTo(wanted);
  }

  private static void insert(Ground ground, int id, String text) {
    try (Connection connection = ground.connect();
        var statement = connection.prepareStatement("insert into staging values (?, ?)")) {
      statement.setInt(1, id);
      statement.setString(2, text);
      statement.execute();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void gatesOfDifferentTargetsDoNotStandInEachOthersWay() throws Exception {
    Ground ground = ground();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<Report>> running = new ArrayList<>();
    ground.sql("create table staging (id integer)", "insert into staging values (1), (2)");
    ground.gate("table: staging\npublish: {into: first}\nexpect: [id > 0]\n");
    for (int gate = 0; gate < 6; gate++) {
      String name = "suite_" + gate + ".yml";
      ground.write(
          name,
          "connection: here\ntable: staging\npublish: {into: target_"
              + gate
              + "}\nbatch: one\n"
              + "expect: [id > 1 else drop]\nensure: [id is unique]\n");
      Callable<Report> run = () -> ground.gateAll(false, name);
      running.add(threads.submit(run));
    }
    threads.shutdown();
    for (Future<Report> each : running) {
      assertThat(each.get().outcome()).isEqualTo(Outcome.PUBLISHED);
    }
    assertThat(ground.rows("select count(*) from sluice_ledger where state = 'published'"))
        .containsExactly("7");
  }

  @Test
  void aTargetThatIsLockedIsBusyAndNothingIsChanged() throws SQLException {
    Ground ground = orders(" primary key");
    ground.sql("create table target (nr integer primary key, id integer, amount integer)");
    try (Connection other = ground.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("insert into target values (1, 1, 1)");
      Report report =
          ground.gate(
              "table: orders\npublish: {into: target}\ntimeout: 3 seconds\nexpect: [id > 0]\n");
      assertThat(report.exitCode()).isEqualTo(3);
      assertThat(report.suites().get(0).error().orElseThrow().code()).isEqualTo("busy");
      other.rollback();
    }
    assertThat(ground.rows("select count(*) from target")).containsExactly("0");
  }
}
