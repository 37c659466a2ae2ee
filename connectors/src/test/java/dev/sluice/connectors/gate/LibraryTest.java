package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.engine.GateRefused;
import dev.sluice.engine.Sluice;
import dev.sluice.engine.Suite;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gate as a library: with a step in Java, and inside the caller's own transaction. */
final class LibraryTest {

  private static final String SUITE = "table: orders\nexpect:\n  - amount >= 0\n  - id is unique\n";

  @TempDir private Path folder;

  private Suite suite(Ground ground, String text) {
    ground.write("orders.yml", text);
    return Suite.of(ground.folder().resolve("orders.yml"));
  }

  @ParameterizedTest
  @EnumSource
  void aStepInJavaIsPartOfTheTransaction(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table orders (id integer, amount integer)");
    Suite suite = suite(ground, "connection: here\n" + SUITE);
    Sluice sluice = Sluice.open("here");
    Report good = sluice.gate(suite, handle -> handle.execute("insert into orders values (1, 10)"));
    assertThat(good.outcome()).isEqualTo(Outcome.PUBLISHED);
    Report bad =
        sluice.gate(
            suite,
            handle ->
                handle
                    .createUpdate("insert into orders values (:id, :amount)")
                    .bind("id", 2)
                    .bind("amount", -5)
                    .execute());
    assertThat(bad.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(ground.rows("select id from orders")).containsExactly("1");
    Report thrown =
        sluice.gate(
            suite,
            handle -> {
              handle.execute("insert into orders values (3, 3)");
              throw new IllegalStateException("the source is gone");
            });
    assertThat(thrown.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(thrown.suites().get(0).message()).contains("the source is gone");
    assertThat(ground.rows("select id from orders")).containsExactly("1");
  }

  @ParameterizedTest
  @EnumSource
  void aStepThatCommitsIsAnError(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table orders (id integer, amount integer)");
    Report report =
        Sluice.open("here")
            .gate(
                suite(ground, "connection: here\n" + SUITE),
                handle -> {
                  handle.execute("insert into orders values (1, -1)");
                  handle.getConnection().commit();
                });
    assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(report.suites().get(0).error().orElseThrow().code()).isEqualTo("step_committed");
  }

  @ParameterizedTest
  @EnumSource
  void insideTheCallersTransactionABatchIsStaged(Ground.Kind kind) throws SQLException {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table orders (id integer, amount integer)");
    List<String> ledger = prepared(ground);
    Suite suite = suite(ground, SUITE);
    try (Connection connection = ground.connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("insert into orders values (1, 10)");
      }
      Report report = Sluice.within(connection).gate(suite);
      assertThat(report.outcome()).isEqualTo(Outcome.STAGED);
      connection.rollback();
    }
    assertThat(ground.rows("select count(*) from orders")).containsExactly("0");
    assertThat(ground.ledger()).isEqualTo(ledger);
  }

  @ParameterizedTest
  @EnumSource
  void aCheckInsideTheCallersTransactionLeavesItAsItIs(Ground.Kind kind) throws SQLException {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table orders (id integer, amount integer)");
    try (Connection connection = ground.connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("insert into orders values (1, -10)");
      }
      Report report = Sluice.within(connection).check(suite(ground, SUITE));
      assertThat(report.outcome()).as(report.suites().toString()).isEqualTo(Outcome.FAILED);
      assertThat(report.suites().get(0).rows()).contains(1L);
      assertThat(connection.getAutoCommit()).isFalse();
      connection.commit();
    }
    assertThat(ground.rows("select id from orders")).containsExactly("1");
  }

  /** Where making a table commits, a first gate makes what a caller's transaction needs. */
  private List<String> prepared(Ground ground) {
    if (!ground.kind().definitionsCommit()) {
      return List.of();
    }
    Suite suite = suite(ground, "connection: here\nallow_empty: true\n" + SUITE);
    assertThat(Sluice.open("here").gate(suite).outcome()).isEqualTo(Outcome.PUBLISHED);
    return List.of("published");
  }

  @Test
  void whatACallersTransactionNeedsIsNotMadeInItWhereThatWouldCommit() throws SQLException {
    Ground ground = Ground.of(Ground.Kind.H2, folder);
    ground.sql("create table orders (id integer, amount integer)");
    Suite suite = suite(ground, SUITE + "  - id > 0 else quarantine\n");
    try (Connection connection = ground.connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("insert into orders values (1, 10)");
      }
      GateRefused refused =
          catchThrowableOfType(GateRefused.class, () -> Sluice.within(connection).gate(suite));
      assertThat(refused.report().exitCode()).isEqualTo(2);
      assertThat(refused.report().diagnostics())
          .extracting(Diagnostic::message)
          .containsExactly(
              "the gate needs the table `ORDERS_QUARANTINE`",
              "the gate needs the table `SLUICE_LEDGER`");
      connection.rollback();
    }
    assertThat(ground.rows("select count(*) from orders")).containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedBatchInsideTheCallersTransactionThrows(Ground.Kind kind) throws SQLException {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table orders (id integer, amount integer)");
    prepared(ground);
    Suite suite = suite(ground, SUITE);
    try (Connection connection = ground.connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("insert into orders values (1, -10)");
      }
      assertThatThrownBy(() -> Sluice.within(connection).gate(suite))
          .isInstanceOf(GateRefused.class)
          .hasMessageContaining("amount >= 0");
      connection.rollback();
    }
    assertThat(ground.rows("select count(*) from orders")).containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource
  void quarantinedRowsAreReplayed(Ground.Kind kind) throws SQLException {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table orders (id integer, amount integer" + ground.keyColumn() + ")",
        "insert into orders values (1, 10), (2, -5), (3, -7)");
    String text = "table: orders\nexpect:\n  - positive: amount >= 0 else quarantine\n";
    ground.gate(text);
    ground.sql("update orders_quarantine set amount = 7 where id = 3");
    Suite suite = suite(ground, text);
    try (Connection connection = ground.connect()) {
      connection.setAutoCommit(false);
      Report staged = Sluice.within(connection).replay(suite, "positive");
      assertThat(staged.outcome()).isEqualTo(Outcome.STAGED);
      connection.rollback();
    }
    assertThat(ground.rows("select id from orders_quarantine order by 1"))
        .containsExactly("2", "3");
    assertThat(ground.rows("select id from orders")).containsExactly("1");
    Suite named = suite(ground, "connection: here\n" + text);
    assertThat(Sluice.open("here").replay(named).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id from orders_quarantine")).containsExactly("2");
    assertThat(ground.rows("select id, amount from orders order by 1"))
        .containsExactly("1 10", "3 7");
  }
}
