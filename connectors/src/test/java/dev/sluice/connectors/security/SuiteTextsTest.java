package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.Verdict;
import dev.sluice.engine.script.SuiteQuery;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts under `sql:` and `load:` stay what they claim to be: one query, a step without an end. */
final class SuiteTextsTest {

  private static final String BREAK_OUT = ") q; %s; select * from (select 1 ";
  private static final List<String> PIECES =
      List.of(
          "'",
          "\"",
          "`",
          "$$",
          "$a$",
          "$1",
          "$\u00e9$",
          "e'",
          "E'",
          "\\",
          "\\'",
          "''",
          "--",
          "-- x",
          "\n",
          "\r",
          "\r\n",
          "/*",
          "*/",
          "/* /*",
          "/*/",
          "(",
          ")",
          ";",
          " ",
          "1",
          "a",
          "1$$",
          "as a",
          "||",
          "'a'",
          "\"a\"",
          "\u00a0",
          "\u3000",
          "\u0000",
          "\u000b",
          "\f",
          "#",
          "[",
          "]",
          "{",
          "}",
          ":x",
          "\u00e9",
          "\ud83d\ude00",
          "U&'",
          "N'",
          "//",
          "-",
          "::text",
          "/*!",
          "\u2028",
          "\ufeff");

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table t (a integer)", "insert into t values (1), (2)");
    return ground;
  }

  private static String sql(String query) {
    return "table: t\nsql:\n  - name: q\n    query: " + quoted(query) + "\n";
  }

  /** A text in YAML's double quotes, all that is odd in it escaped. */
  private static String quoted(String text) {
    StringBuilder yaml = new StringBuilder("\"");
    text.chars().forEach(each -> yaml.append(String.format("\\u%04x", each)));
    return yaml.append('"').toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1) q; drop table t; select * from (select 1",
        "select 1; drop table t",
        "select 1 -- x\r) q; drop table t; select * from (select 1",
        "select 1 -- x\r) q; commit; drop table t; select * from (select 1",
        "select E'a''\\'' ) q; drop table t; select * from (select 1 -- '",
        "select 1 a\u3000$$ ) q; drop table t; select * from (select 1 -- $$",
        "select 1 `) q; drop table t; select * from (select 1 -- `",
        "select 1 /*",
        "select '",
        "select $$",
        "select \"",
        "drop table t",
        "insert into t values (1) returning a",
        "delete from t",
        "copy t to '/tmp/x'",
        "commit",
        "call f()",
        "do $$ begin end $$",
        "explain analyze delete from t",
        "\u0000",
      })
  void whatIsNotOneQueryIsRefusedBeforeAnythingRuns(String query) {
    Ground ground = ground(Ground.Kind.DUCKDB);
    Report report = ground.check(sql(query));
    assertThat(report.exitCode()).as(query).isEqualTo(2);
    assertThat(report.diagnostics()).isNotEmpty();
    assertThat(ground.rows("select count(*) from t")).containsExactly("2");
  }

  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "POSTGRESQL", "H2", "MARIADB"})
  void noTextThatIsTakenForAQueryBreaksOutOfItsBrackets(Ground.Kind kind) throws SQLException {
    Ground ground = ground(kind);
    Random random = new Random(7);
    int taken = 0;
    try (Connection connection = ground.connect()) {
      connection.setAutoCommit(false);
      for (int round = 0; round < 8_000; round++) {
        String write = random.nextBoolean() ? "delete from t" : "commit; drop table t";
        String text =
            "select 1 " + pieces(random, 4) + String.format(BREAK_OUT, write) + pieces(random, 3);
        if (isTaken(text)) {
          taken++;
          run(connection, "select count(*) from (\n" + SuiteQuery.statement(text) + "\n) q");
        }
      }
    }
    assertThat(taken).isGreaterThan(200);
    assertThat(ground.rows("select count(*) from t")).containsExactly("2");
  }

  private static String pieces(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(most + 1); count > 0; count--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  private static boolean isTaken(String text) {
    Diagnostics diagnostics = new Diagnostics();
    SuiteQuery.check(Scalar.whole(new SourceFile("q", text)), diagnostics);
    return !diagnostics.hasErrors();
  }

  // Outside any protection of the engine: here the text alone must hold.
  private static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      connection.commit();
    } catch (SQLException refused) {
      connection.rollback();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWriteInAQueryIsAnErrorAndIsUndone(Ground.Kind kind) {
    Ground ground = ground(kind);
    String write = "with x as (delete from t returning *) select * from x";
    for (Report report :
        List.of(ground.check(sql(write)), ground.gate(sql(write) + "publish: {into: target}\n"))) {
      assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
      assertThat(report.exitCode()).isEqualTo(3);
    }
    assertThat(ground.rows("select count(*) from t")).containsExactly("2");
    assertThat(ground.isWithoutRows("target")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "POSTGRESQL_14"})
  void aFunctionThatWritesIsRefusedInCheckAndInGate(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create function gone() returns integer language sql as" + " 'delete from t; select 1'",
        "create function back_again() returns integer language plpgsql as"
            + " $$ begin perform set_config('transaction_read_only', 'off', true);"
            + " delete from t; return 1; end $$");
    for (String function : List.of("gone", "back_again")) {
      String suite = sql("select " + function + "() from t");
      assertThat(ground.check(suite).exitCode()).isEqualTo(3);
      Report gate = ground.gate(suite + "publish: {into: target}\n");
      assertThat(gate.exitCode()).isEqualTo(3);
      assertThat(gate.suites().get(0).expectations().get(0).verdict()).isEqualTo(Verdict.ERROR);
      assertThat(ground.rows("select count(*) from t")).containsExactly("2");
    }
  }

  @Test
  void aGateWritesOnAfterItsQueriesOnlyRead() {
    Ground ground = ground(Ground.Kind.POSTGRESQL);
    Report report =
        ground.gate(
            "table: t\nsql:\n  - {name: q, query: select a from t where a > 5}\n"
                + "  - {name: w, query: select a from t, else: warn}\n"
                + "publish: {into: target}\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select count(*) from target")).containsExactly("2");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "POSTGRESQL_14"})
  void codeInTheServerCannotCommitTheGatesTransaction(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create procedure ends() language plpgsql as $$ begin delete from t; commit; end $$");
    for (String statement : List.of("call ends()", "do $$ begin delete from t; commit; end $$")) {
      ground.write("load.sql", statement + ";\ncreate table made as select * from t;\n");
      Report report = ground.gate("table: made\nload: load.sql\nexpect: [row_count > 0]\n");
      assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
      assertThat(ground.rows("select count(*) from t")).containsExactly("2");
      assertThat(ground.exists("made")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain analyze commit",
        "\u00a0commit",
        "\ufeffcommit",
        "/* /* */ */ commit",
        "-- x\r commit",
        "prepare p as commit",
        "begin transaction",
        "rollback",
        "abort",
      })
  void aStepThatEndsTheTransactionIsRefusedBeforeItRuns(String statement) {
    Ground ground = ground(Ground.Kind.DUCKDB);
    ground.write("load.sql", "create table made as select * from t;\n" + statement + ";\n");
    Report report = ground.gate("table: made\nload: load.sql\nexpect: [row_count > 0]\n");
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(ground.exists("made")).isFalse();
    assertThat(ground.ledger()).isEmpty();
  }
}
