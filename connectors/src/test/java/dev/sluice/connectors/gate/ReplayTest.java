package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.GateReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Quarantined rows through the gate again: those that now pass are published, once. */
final class ReplayTest {

  private static final String PUBLISH = "table: staging\npublish: {into: target}\nbatch: one\n";
  private static final String POSITIVE = "  - positive: amount >= 0 else quarantine\n";
  private static final String LATER = "  - positive: amount >= -5 else quarantine\n";

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table staging (id integer, amount integer, note varchar(20))",
        "insert into staging values (1, 10, 'a'), (2, -5, 'b'), (3, 30, null), (4, -7, 'd')");
    return ground;
  }

  private static List<String> target(Ground ground) {
    return ground.rows("select id, amount from target order by id is null, id, amount");
  }

  private static List<String> aside(Ground ground) {
    return ground.rows("select id, sluice_reasons from target_quarantine order by id, amount");
  }

  private static GateReport gate(Report report) {
    return report.suites().get(0).gate().orElseThrow();
  }

  private static ExpectationReport line(Report report, int index) {
    return report.suites().get(0).expectations().get(index);
  }

  private static String message(Report report) {
    return report.suites().get(0).message();
  }

  @ParameterizedTest
  @EnumSource
  void whatNowPassesIsPublishedOnce(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite = PUBLISH + "expect:\n  - row_count > 3\n";
    ground.gate(suite + POSITIVE);
    Report report = ground.replay(suite + LATER + "  - id is unique\n");
    assertThat(report.outcome()).as(message(report)).isEqualTo(Outcome.PUBLISHED);
    assertThat(report.exitCode()).isZero();
    assertThat(target(ground)).containsExactly("1 10", "2 -5", "3 30");
    assertThat(aside(ground)).containsExactly("4 [\"positive\"]");
    assertThat(report.suites().get(0).rows()).contains(2L);
    assertThat(gate(report).published()).isEqualTo(1);
    assertThat(gate(report).quarantined()).isEqualTo(1);
    assertThat(line(report, 0).verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(line(report, 1).verdict()).isEqualTo(Verdict.HANDLED);
    assertThat(line(report, 1).acted()).isEqualTo(1);
    assertThat(line(report, 2).verdict()).isEqualTo(Verdict.MET);
    assertThat(line(report, 2).judged()).isEqualTo(2);
    assertThat(
            ground.rows(
                "select state, batch, candidate_rows, published, quarantined from sluice_ledger"
                    + " order by started_at"))
        .containsExactly("published one 4 2 2", "published null 2 1 1");
    Report again = ground.replay(suite + LATER);
    assertThat(gate(again).published()).isZero();
    assertThat(target(ground)).containsExactly("1 10", "2 -5", "3 30");
    assertThat(aside(ground)).containsExactly("4 [\"positive\"]");
  }

  @ParameterizedTest
  @EnumSource
  void rowsMendedInTheQuarantinePass(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite = PUBLISH + "expect:\n" + POSITIVE;
    ground.gate(suite);
    ground.sql("update target_quarantine set amount = -amount");
    Report report = ground.replay(suite);
    assertThat(gate(report).published()).isEqualTo(2);
    assertThat(target(ground)).containsExactly("1 10", "2 5", "3 30", "4 7");
    assertThat(aside(ground)).isEmpty();
    Report empty = ground.replay(suite);
    assertThat(empty.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(empty.exitCode()).isZero();
    assertThat(message(empty))
        .startsWith("the quarantine `target_quarantine` is empty: nothing to replay");
    assertThat(ground.ledger()).containsExactly("published", "published");
  }

  @ParameterizedTest
  @EnumSource
  void withoutAQuarantineThereIsNothingToReplay(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report = ground.replay(PUBLISH + "expect:\n" + POSITIVE);
    assertThat(report.exitCode()).isZero();
    assertThat(message(report))
        .startsWith("there is no quarantine `target_quarantine` yet: nothing to replay");
    assertThat(ground.exists("sluice_ledger")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aFailingEnsureLeavesEverythingAsItWas(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.gate(PUBLISH + "expect:\n" + POSITIVE);
    String suite = PUBLISH + "expect:\n  - id > 0\nensure:\n  - row_count < 4\n";
    Report report = ground.replay(suite);
    assertThat(report.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(report.exitCode()).isEqualTo(4);
    assertThat(target(ground)).containsExactly("1 10", "3 30");
    assertThat(aside(ground)).hasSize(2);
    Report failed = ground.replay(suite.replace("< 4", "< 4 else fail"));
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(aside(ground)).hasSize(2);
    assertThat(ground.ledger()).containsExactly("published", "rolled_back", "failed");
    assertThat(ground.replay(suite.replace("< 4", "< 4 else warn")).exitCode()).isZero();
    assertThat(target(ground)).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void aDryRunChangesNothing(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.gate(PUBLISH + "expect:\n" + POSITIVE);
    Report report = ground.replayDry(PUBLISH + "expect:\n" + LATER);
    assertThat(report.outcome()).isEqualTo(Outcome.WARNED);
    assertThat(gate(report).published()).isEqualTo(1);
    assertThat(target(ground)).containsExactly("1 10", "3 30");
    assertThat(aside(ground)).hasSize(2);
    assertThat(ground.ledger()).containsExactly("published");
  }

  @ParameterizedTest
  @EnumSource
  void uniqueIsAgainstQuarantineAndTargetTogether(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("insert into staging values (4, -8, 'd'), (5, -1, 'e'), (null, -1, 'f')");
    ground.gate(PUBLISH + "expect:\n" + POSITIVE);
    // 2 has come again since, and is published; 4 is twice in the quarantine
    ground.sql("insert into target values (2, 6, 'b')");
    Report report = ground.replay(PUBLISH + "expect:\n  - id is unique\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(target(ground)).containsExactly("1 10", "2 6", "3 30", "5 -1", "null -1");
    assertThat(ground.rows("select id, amount from target_quarantine order by 1, 2"))
        .containsExactly("2 -5", "4 -8", "4 -7");
    assertThat(line(report, 0).violations()).isEqualTo(3);
    assertThat(line(report, 0).judged()).isEqualTo(4);
    assertThat(line(report, 0).undecided()).isEqualTo(1);
    assertThat(line(report, 0).acted()).isEqualTo(3);
    assertThat(line(report, 0).samples()).hasSize(3);
    ground.sql("delete from target_quarantine where amount = -8");
    Report fixed = ground.replay(PUBLISH + "expect:\n  - id is unique\n");
    assertThat(gate(fixed).published()).isEqualTo(1);
    assertThat(target(ground)).contains("4 -7");
  }

  @ParameterizedTest
  @EnumSource
  void whatKeepingPutAsideIsReplayedWhenItsLineIsNamed(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("insert into staging values (1, 9, 'older'), (1, 8, 'oldest'), (4, -9, 'older')");
    String keeping = "  - latest: id is unique else quarantine keeping latest amount\n";
    ground.gate(PUBLISH + "expect:\n" + keeping + POSITIVE);
    assertThat(target(ground)).containsExactly("1 10", "3 30");
    // the loser 4 -9 does not keep the winner 4 -7 from passing
    Report report = ground.replay(PUBLISH + "expect:\n" + keeping + "  - amount > -8\n");
    assertThat(message(report)).contains("3 other rows of the quarantine were not judged");
    assertThat(message(report))
        .contains("(`--line latest` judges those that it put aside by `keeping`)");
    assertThat(target(ground)).containsExactly("1 10", "2 -5", "3 30", "4 -7");
    Report named = ground.replay(PUBLISH + "expect:\n" + keeping, "--line=latest");
    assertThat(gate(named).published()).isZero();
    assertThat(gate(named).quarantined()).isEqualTo(3);
    ground.sql("delete from target where id = 1");
    Report chosen = ground.replay(PUBLISH + "expect:\n" + keeping, "--line=latest");
    assertThat(gate(chosen).published()).isEqualTo(1);
    assertThat(target(ground)).contains("1 9");
    assertThat(ground.rows("select id, amount from target_quarantine order by 2"))
        .containsExactly("4 -9", "1 8");
  }

  /** A row that two such lines put aside needs both of them to be named, and that is told. */
  @ParameterizedTest
  @EnumSource
  void whatTwoKeepingLinesPutAside(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table staging (id integer, s varchar(5), amount integer)",
        "insert into staging values (1, 'a', 1), (1, 'a', 2), (2, 'b', 3)");
    String suite =
        PUBLISH
            + "expect:\n"
            + "  - a: id is unique else quarantine keeping latest amount\n"
            + "  - s is unique else quarantine keeping latest amount\n"
            + "  - c: amount is unique else quarantine keeping latest id\n";
    ground.gate(suite);
    assertThat(aside(ground)).hasSize(1);
    String hint = "(`--line a --line 's is unique'` judges those that they put aside by `keeping`)";
    assertThat(message(ground.replay(suite))).contains(hint);
    assertThat(message(ground.replay(suite, "--line=a"))).contains(hint);
    ground.sql("delete from target where id = 1");
    Report both = ground.replay(suite, "--line=a", "--line=s is unique");
    assertThat(gate(both).published()).isEqualTo(1);
    assertThat(ground.rows("select id, amount from target order by id"))
        .containsExactly("1 1", "2 3");
  }

  @ParameterizedTest
  @EnumSource
  void aNamedLineChoosesItsRows(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.gate(
        PUBLISH
            + "expect:\n  - note is null or note != '100% \"d\"' else quarantine\n"
            + "  - amount > -6 else quarantine\n  - id != 1 else quarantine\n");
    ground.sql("update target_quarantine set amount = 0");
    Report unknown = ground.replay(PUBLISH + "expect:\n" + LATER, "--line=positiv");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.diagnostics().get(0).message())
        .isEqualTo("no line has the id `positiv`, and no row was put aside by it");
    assertThat(unknown.diagnostics().get(0).help()).contains("did you mean `positive`?");
    Report none = ground.replay(PUBLISH + "expect:\n" + LATER, "--line=positive");
    assertThat(none.exitCode()).isZero();
    assertThat(aside(ground)).hasSize(2);
    // an id that the suite does not have any more
    Report named = ground.replay(PUBLISH + "expect:\n" + LATER, "--line=id != 1");
    assertThat(named.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(aside(ground)).containsExactly("4 [\"amount > -6\"]");
    assertThat(target(ground)).containsExactly("1 0", "2 -5", "3 30");
  }

  @ParameterizedTest
  @EnumSource
  void defaultsRepairAndAreWrittenDown(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.gate(PUBLISH + "expect:\n" + POSITIVE);
    Report report =
        ground.replay(
            PUBLISH
                + "repairs: trail\nexpect:\n  - amount >= 0 else default 0, fail above 1%\n"
                + "  - id != 4\n  - note != 'b' for at least 99%\n  - note != 'b' or id > 9 else"
                + " warn\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(target(ground)).containsExactly("1 10", "2 0", "3 30");
    assertThat(ground.rows("select id, amount from target_quarantine")).containsExactly("4 -7");
    assertThat(gate(report).defaulted()).containsEntry(ground.natural("amount"), 1L);
    assertThat(report.suites().get(0).expectations())
        .extracting(ExpectationReport::verdict)
        .containsExactly(Verdict.HANDLED, Verdict.HANDLED, Verdict.SKIPPED, Verdict.WARNED);
    assertThat(ground.rows("select sluice_run, sluice_key, old_value, new_value from trail"))
        .containsExactly(
            report.runId()
                + ground.natural(" {\"id\":2,\"amount\":-5,\"note\":\"b\"} -5 0", "\"", "\":"));
  }

  @ParameterizedTest
  @EnumSource
  void aRepairThatCollidesWithTheTargetIsAConflict(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.gate(PUBLISH + "expect:\n" + POSITIVE);
    Report report =
        ground.replay(PUBLISH + "expect:\n  - amount >= 0 else default 10\n  - amount is unique\n");
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(report.suites().get(0).error().orElseThrow().code()).isEqualTo("repair_conflict");
    assertThat(target(ground)).containsExactly("1 10", "3 30");
    assertThat(aside(ground)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void ofSeveralAtOnceEachRowIsPublishedByOne(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.gate(PUBLISH + "expect:\n" + POSITIVE);
    ground.write("suite.yml", "connection: here\n" + PUBLISH + "expect:\n  - id > 0\n");
    List<Report> reports =
        Stream.of(1, 2, 3)
            .map(each -> CompletableFuture.supplyAsync(() -> ground.replayWritten("suite.yml")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(reports)
        .as("%s", reports.stream().map(each -> each.suites().get(0).error()).toList())
        .extracting(Report::outcome)
        .containsOnly(Outcome.PUBLISHED);
    assertThat(reports.stream().mapToLong(each -> gate(each).published()).sum()).isEqualTo(2);
    assertThat(target(ground)).containsExactly("1 10", "2 -5", "3 30", "4 -7");
    assertThat(aside(ground)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aBudgetHolds(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.gate(PUBLISH + "expect:\n" + POSITIVE);
    Report report = ground.replay(PUBLISH + "budget: {rows: 1}\nexpect:\n" + LATER);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.diagnostics().get(0).message())
        .isEqualTo("the candidate has 2 rows, and the budget is 1 row");
  }
}
