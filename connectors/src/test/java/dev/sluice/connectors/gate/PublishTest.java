package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.GateReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The publish shape: each policy, and what stands in target, quarantine and ledger afterwards. */
final class PublishTest {

  private static final String PUBLISH =
      "table: staging\npublish: {into: target}\nquarantine: set_aside\n";

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table staging (id integer, amount integer, note varchar(20))",
        "insert into staging values (1, 10, 'a'), (2, -5, 'b'), (3, 30, null), (4, -7, 'd')");
    return ground;
  }

  private static ExpectationReport only(Report report) {
    assertThat(report.suites()).hasSize(1);
    return report.suites().get(0).expectations().get(0);
  }

  private static GateReport gate(Report report) {
    return report.suites().get(0).gate().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMetIsPublishedIntoATableOfTheCandidatesShape(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report = ground.gate(PUBLISH + "expect:\n  - id is unique\n  - row_count = 4\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(report.exitCode()).isZero();
    assertThat(ground.rows("select id, amount, note from target order by id"))
        .containsExactly("1 10 a", "2 -5 b", "3 30 null", "4 -7 d");
    assertThat(ground.isWithoutRows("set_aside")).isTrue();
    assertThat(ground.ledger()).containsExactly("published");
    assertThat(gate(report).published()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void failPublishesNothing(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report = ground.gate(PUBLISH + "expect:\n  - amount >= 0 else fail\n");
    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(only(report).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(only(report).violations()).isEqualTo(2);
    assertThat(ground.isWithoutRows("target")).isTrue();
    assertThat(ground.ledger()).containsExactly("failed");
  }

  @ParameterizedTest
  @EnumSource
  void rollbackKeepsTheLastGoodState(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create table target (id integer, amount integer, note varchar(20))",
        "insert into target values (100, 1, 'old')");
    Report report = ground.gate(PUBLISH + "expect:\n  - amount >= 0 else rollback\n");
    assertThat(report.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(report.exitCode()).isEqualTo(4);
    assertThat(only(report).verdict()).isEqualTo(Verdict.ROLLED_BACK);
    assertThat(ground.rows("select id from target")).containsExactly("100");
    assertThat(ground.ledger()).containsExactly("rolled_back");
  }

  @ParameterizedTest
  @EnumSource
  void warnTellsAndPublishes(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report = ground.gate(PUBLISH + "expect:\n  - amount >= 0 else warn\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(only(report).verdict()).isEqualTo(Verdict.WARNED);
    assertThat(only(report).acted()).isZero();
    assertThat(ground.rows("select count(*) from target")).containsExactly("4");
  }

  @ParameterizedTest
  @EnumSource
  void quarantineSetsRowsAsideWithTheirReasons(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report =
        ground.gate(
            PUBLISH
                + "expect:\n"
                + "  - positive: amount >= 0 else quarantine\n"
                + "  - id < 4 else quarantine\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(only(report).verdict()).isEqualTo(Verdict.HANDLED);
    assertThat(only(report).acted()).isEqualTo(2);
    assertThat(ground.rows("select id from target order by id")).containsExactly("1", "3");
    assertThat(ground.rows("select id, amount, sluice_reasons from set_aside order by id"))
        .containsExactly("2 -5 [\"positive\"]", "4 -7 [\"positive\",\"id < 4\"]");
    assertThat(ground.rows("select distinct sluice_run from set_aside"))
        .containsExactly(report.runId());
    assertThat(gate(report).published()).isEqualTo(2);
    assertThat(gate(report).quarantined()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void dropLeavesRowsOutAndQuarantineBeatsIt(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report =
        ground.gate(PUBLISH + "expect:\n  - amount >= 0 else drop\n  - id < 4 else quarantine\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id from target order by id")).containsExactly("1", "3");
    assertThat(ground.rows("select id from set_aside")).containsExactly("4");
    assertThat(gate(report).dropped()).isEqualTo(1);
    assertThat(gate(report).quarantined()).isEqualTo(1);
    assertThat(only(report).acted()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void defaultRepairsInThePublishedRowsAlone(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report = ground.gate(PUBLISH + "expect:\n  - amount >= 0 else default 0\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id, amount from target order by id"))
        .containsExactly("1 10", "2 0", "3 30", "4 0");
    assertThat(ground.rows("select amount from staging order by id"))
        .containsExactly("10", "-5", "30", "-7");
    assertThat(gate(report).defaulted()).containsEntry(ground.natural("amount"), 2L);
    assertThat(only(report).acted()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoRepairsOfOneColumnTheFirstLineWins(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report =
        ground.gate(
            PUBLISH
                + "expect:\n"
                + "  - amount > -6 else default 1\n"
                + "  - amount >= 0 else default 2\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id, amount from target order by id"))
        .containsExactly("1 10", "2 2", "3 30", "4 1");
  }

  @ParameterizedTest
  @EnumSource
  void aRepairThatBreaksAnotherLineUndoesEverything(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report =
        ground.gate(
            PUBLISH
                + "expect:\n"
                + "  - amount >= 0 else default 0\n"
                + "  - amount != 0 else warn\n");
    assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(report.suites().get(0).expectations())
        .allSatisfy(
            line -> {
              assertThat(line.verdict()).isEqualTo(Verdict.ERROR);
              assertThat(line.error().orElseThrow().code()).isEqualTo("repair_conflict");
            });
    assertThat(ground.isWithoutRows("target")).isTrue();
  }

  /** Two lines repair one column; the repair of one of them alone breaks the third. */
  @ParameterizedTest
  @EnumSource
  void aConflictNamesTheLinesThatMadeItAndNoOther(Ground.Kind kind) {
    Ground ground = ground(kind);
    String three =
        PUBLISH
            + "expect:\n"
            + "  - a: amount > -6 else default 3\n"
            + "  - b: amount != 10 else default 8\n";
    assertThat(verdicts(ground.gate(three + "  - c: amount != 3 else warn\n")))
        .containsExactly("a ERROR", "b HANDLED", "c ERROR");
    assertThat(verdicts(ground.gate(three + "  - c: amount is unique where amount = 8\n")))
        .containsExactly("a HANDLED", "b HANDLED", "c MET");
    ground.sql("insert into staging values (5, 8, 'e')");
    assertThat(verdicts(ground.gate(three + "  - c: amount is unique else warn\n")))
        .containsExactly("a HANDLED", "b ERROR", "c ERROR");
  }

  private static List<String> verdicts(Report report) {
    return report.suites().get(0).expectations().stream()
        .map(each -> each.id() + " " + each.verdict())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void keepingWithExactTiesConservesEveryRow(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("insert into staging values (1, 10, 'a'), (1, 10, 'a'), (1, 11, 'z'), (2, -5, 'b')");
    Report report =
        ground.gate(PUBLISH + "expect:\n  - id is unique else quarantine keeping latest amount\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(only(report).violations()).isEqualTo(6);
    assertThat(only(report).acted()).isEqualTo(4);
    assertThat(ground.rows("select id, amount from target order by id"))
        .containsExactly("1 11", "2 -5", "3 30", "4 -7");
    assertThat(ground.rows("select id, amount from set_aside order by id, amount"))
        .containsExactly("1 10", "1 10", "1 10", "2 -5");
  }

  @ParameterizedTest
  @EnumSource
  void zonesReachTheActionOfTheLastOne(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report =
        ground.gate(PUBLISH + "expect:\n  - amount >= 0 else quarantine, fail above 40%\n");
    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(only(report).policy()).contains("fail");
    assertThat(ground.isWithoutRows("target")).isTrue();
    assertThat(ground.isWithoutRows("set_aside")).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aFailingEnsureLeavesTargetAndQuarantineAsTheyWere(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create table target (id integer, amount integer, note varchar(20))",
        "insert into target values (1, 1, 'old')");
    Report report =
        ground.gate(
            PUBLISH + "expect:\n  - amount >= 0 else quarantine\n" + "ensure:\n  - id is unique\n");
    assertThat(report.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(report.exitCode()).isEqualTo(4);
    assertThat(report.suites().get(0).expectations().get(1).verdict())
        .isEqualTo(Verdict.ROLLED_BACK);
    assertThat(report.suites().get(0).expectations().get(1).id()).isEqualTo("ensure: id is unique");
    assertThat(ground.rows("select id, amount, note from target")).containsExactly("1 1 old");
    assertThat(ground.isWithoutRows("set_aside")).isTrue();
    assertThat(ground.ledger()).containsExactly("rolled_back");
  }

  @ParameterizedTest
  @EnumSource
  void aRerunOfAPublishedBatchChangesNothing(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite =
        PUBLISH
            + "batch: $day\nparams: {day: {type: date}}\n"
            + "expect:\n  - amount >= 0 else quarantine\n";
    assertThat(ground.gate(suite, "day=2026-01-31").outcome()).isEqualTo(Outcome.PUBLISHED);
    ground.sql("insert into staging values (9, 9, 'late')");
    Report again = ground.gate(suite, "day=2026-01-31");
    assertThat(again.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(gate(again).alreadyPublished()).isTrue();
    assertThat(only(again).verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(again.suites().get(0).message()).contains("the candidate has changed since");
    assertThat(ground.rows("select id from target order by id")).containsExactly("1", "3");
    assertThat(ground.rows("select count(*) from set_aside")).containsExactly("2");
    assertThat(ground.ledger()).containsExactly("published");
    assertThat(ground.gate(suite, "day=2026-02-01").outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select count(*) from target")).containsExactly("5");
  }

  @ParameterizedTest
  @EnumSource
  void replaceTakesTheSliceOutFirst(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create table target (id integer, amount integer, note varchar(20))",
        "insert into target values (1, 1, 'old'), (50, 1, 'kept')");
    Report report =
        ground.gate(
            "table: staging\n"
                + "publish: {into: target, mode: replace, slice: id < 10}\n"
                + "expect:\n  - id is not null\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id from target order by id"))
        .containsExactly("1", "2", "3", "4", "50");
  }

  @ParameterizedTest
  @EnumSource
  void aRowOutsideTheSliceIsAnError(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create table target (id integer, amount integer, note varchar(20))",
        "insert into target values (1, 1, 'old')");
    Report report =
        ground.gate(
            "table: staging\n"
                + "publish: {into: target, mode: replace, slice: id < 3}\n"
                + "expect:\n  - id is not null\n");
    assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(ground.rows("select note from target")).containsExactly("old");
  }

  @ParameterizedTest
  @EnumSource
  void replaceWithoutASliceIsTheWholeTable(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create table target (id integer, amount integer, note varchar(20))",
        "insert into target values (1, 1, 'old'), (50, 1, 'old')");
    ground.gate(
        "table: staging\npublish: {into: target, mode: replace}\n"
            + "expect:\n  - amount >= 0 else drop\n");
    assertThat(ground.rows("select id, note from target order by id"))
        .containsExactly("1 a", "3 null");
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyCandidateIsRefusedUnlessAllowed(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("delete from staging");
    String suite = PUBLISH + "expect:\n  - id is not null\n";
    Report refused = ground.gate(suite);
    assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(ground.isWithoutRows("target")).isTrue();
    assertThat(ground.gate(suite + "allow_empty: true\n").outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select count(*) from target")).containsExactly("0");
    assertThat(ground.ledger()).containsExactly("failed", "published");
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeJudgedPublishesNothing(Ground.Kind kind) {
    Ground ground = ground(kind);
    if (kind == Ground.Kind.SQLITE) {
      // where nothing divides by zero a value of another kind than declared is what cannot be
      ground.sql(
          "create table broken (id integer, n integer)",
          "insert into broken select id, note from staging");
    } else {
      ground.sql(
          "create view broken as select id, amount / (id - id) as ratio, cast(note as integer) as n from staging");
    }
    Report report =
        ground.gate(
            "table: broken\npublish: {into: target}\n"
                + "expect:\n  - id is not null\n  - n > 0\n");
    assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(ground.isWithoutRows("target")).isTrue();
    List<ExpectationReport> lines = report.suites().get(0).expectations();
    assertThat(lines.get(1).verdict()).isEqualTo(Verdict.ERROR);
    assertThat(lines.get(1).error().orElseThrow().message()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void aDryRunTouchesNothing(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report =
        ground.dryRun(PUBLISH + "expect:\n  - amount >= 0 else quarantine\n  - id is not null\n");
    assertThat(report.exitCode()).isZero();
    assertThat(gate(report).quarantined()).isEqualTo(2);
    assertThat(gate(report).published()).isEqualTo(2);
    assertThat(ground.isWithoutRows("target")).isTrue();
    assertThat(ground.isWithoutRows("set_aside")).isTrue();
    assertThat(ground.ledger()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whereNarrowsWhatIsPublished(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report =
        ground.gate(
            PUBLISH + "where: id < 4\nexpect:\n  - amount >= 0 else drop\n  - row_count = 3\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(report.suites().get(0).rows()).contains(3L);
    assertThat(ground.rows("select id from target order by id")).containsExactly("1", "3");
  }
}
