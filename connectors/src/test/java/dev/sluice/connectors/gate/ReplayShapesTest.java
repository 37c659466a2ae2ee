package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.report.GateReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A replay in each mode and shape, and quarantines that are not of today's shape. */
final class ReplayShapesTest {

  private static final String POSITIVE = "  - amount >= 0 else quarantine\n";

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table staging (id integer, amount integer, taken date)",
        "insert into staging values (1, 10, date '2026-01-30'), (2, -5, date '2026-01-30'),"
            + " (3, -6, date '2026-01-31')");
    return ground;
  }

  private static List<String> rows(Ground ground, String table) {
    return ground.rows("select id, amount from " + table + " order by id, amount");
  }

  private static GateReport gate(Report report) {
    return report.suites().get(0).gate().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void mergeTakesThePlaceOfTheRowWithTheKey(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create table target (\"ID\" integer primary key, amount integer, taken date)",
        "insert into target values (2, 1, null), (3, 1, null), (4, -6, null)");
    String suite = "table: staging\npublish: {into: target, mode: merge, key: id}\nexpect:\n";
    ground.gate(suite + POSITIVE);
    assertThat(ground.rows("select \"ID\", amount from target order by 1"))
        .containsExactly("1 10", "2 1", "3 1", "4 -6");
    Report report = ground.replay(suite + "  - id is unique\n  - amount is unique\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select \"ID\", amount from target order by 1"))
        .containsExactly("1 10", "2 -5", "3 1", "4 -6");
    assertThat(rows(ground, "target_quarantine")).containsExactly("3 -6");
  }

  @ParameterizedTest
  @EnumSource
  void twoRowsOfOneMergeKeyAreAnError(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("insert into staging values (2, -4, null)");
    String suite = "table: staging\npublish: {into: target, mode: merge, key: id}\nexpect:\n";
    ground.gate(suite + POSITIVE);
    Report report = ground.replay(suite + "  - id > 0\n");
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(report.suites().get(0).error().orElseThrow().code()).isEqualTo("merge_key");
    assertThat(rows(ground, "target_quarantine")).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void aSliceKeepsItsRowsAndTakesItsOwn(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite =
        "table: staging\nwhere: taken = $taken\nparams: {taken: {type: date}}\n"
            + "publish: {into: target, mode: replace, slice: taken = $taken}\nexpect:\n";
    ground.gate(suite + POSITIVE, "taken=2026-01-30");
    ground.gate(suite + POSITIVE + "allow_empty: true\n", "taken=2026-01-31");
    assertThat(rows(ground, "target")).containsExactly("1 10");
    Report report = ground.replay(suite + "  - id > 0\n", "taken=2026-01-30");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(report.suites().get(0).message())
        .contains("1 other row of the quarantine was not judged");
    assertThat(rows(ground, "target")).containsExactly("1 10", "2 -5");
    assertThat(rows(ground, "target_quarantine")).containsExactly("3 -6");
    Report outside =
        ground.replay(
            suite.replace("where: taken = $taken\n", "") + "  - id > 0\n", "taken=2026-01-30");
    assertThat(outside.exitCode()).isEqualTo(3);
    assertThat(outside.suites().get(0).error().orElseThrow().code()).isEqualTo("outside_slice");
    assertThat(rows(ground, "target_quarantine")).containsExactly("3 -6");
  }

  @ParameterizedTest
  @EnumSource
  void inPlaceRowsGoBackToTheTable(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.gate("table: staging\nexpect:\n" + POSITIVE);
    assertThat(rows(ground, "staging")).containsExactly("1 10");
    ground.sql("insert into staging values (3, 7, date '2026-02-01')");
    String suite = "table: staging\nwhere: taken < 2026-02-01\nexpect:\n  - id is unique\n";
    Report report = ground.replay(suite);
    assertThat(gate(report).shape()).isEqualTo("in place");
    assertThat(gate(report).published()).isEqualTo(2);
    assertThat(rows(ground, "staging")).containsExactly("1 10", "2 -5", "3 -6", "3 7");
    assertThat(rows(ground, "staging_quarantine")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void inTheLoadShapeTheScriptIsNotRun(Ground.Kind kind) {
    Ground ground = ground(kind);
    if (ground.kind().definitionsCommit()) {
      ground.sql("create table loaded (id integer, amount integer, taken date)");
    }
    ground.write(
        "load.sql",
        (ground.kind().definitionsCommit() ? "insert into loaded" : "create table loaded as")
            + " select * from staging;\n");
    ground.gate("table: loaded\nload: load.sql\nexpect:\n" + POSITIVE);
    assertThat(rows(ground, "loaded")).containsExactly("1 10");
    Report report =
        ground.replay("table: loaded\nload: gone.sql\nexpect:\n  - amount > -6 else drop\n");
    assertThat(gate(report).shape()).isEqualTo("load");
    assertThat(gate(report).dropped()).isZero();
    assertThat(rows(ground, "loaded")).containsExactly("1 10", "2 -5");
    assertThat(rows(ground, "loaded_quarantine")).containsExactly("3 -6");
  }

  @ParameterizedTest
  @EnumSource
  void theCandidateNeedNotBeThereAnyMore(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite = "table: staging\npublish: {into: target}\nbatch: one\nexpect:\n";
    ground.gate(suite + POSITIVE);
    ground.sql("drop table staging");
    Report report = ground.replay(suite + "  - amount < 5 * max(amount) or amount > -6\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(rows(ground, "target")).containsExactly("1 10", "2 -5", "3 -6");
  }

  @ParameterizedTest
  @EnumSource
  void whatAsksForOtherRowsSeesTheTarget(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite = "table: staging\npublish: {into: target}\nbatch: one\nexpect:\n";
    ground.gate(suite + POSITIVE);
    ground.sql("insert into target values (9, 100, date '2026-01-31')");
    // among -6, -5, 10 and 100 the mean is 24.75
    Report report = ground.replay(suite + "  - amount + 30 > avg(amount)\n");
    assertThat(rows(ground, "target_quarantine")).containsExactly("3 -6");
    assertThat(report.suites().get(0).expectations().get(0).metrics())
        .hasEntrySatisfying("avg(amount)", mean -> assertThat(mean).asString().startsWith("24.75"));
    assertThat(report.suites().get(0).expectations().get(0).judged()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void rowsOfAnEarlierShapeHaveNullInNewColumns(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite = "table: staging\npublish: {into: target}\nbatch: one\nexpect:\n";
    ground.gate(suite + POSITIVE);
    ground.sql(
        "alter table target add column note varchar(20)",
        "alter table target add column n integer default 7");
    Report report =
        ground.replay(suite + "  - note is null else quarantine\n  - coalesce(note, 'x') = 'x'\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id, note, n from target where id > 1 order by id"))
        .containsExactly("2 null 7", "3 null 7");
  }

  @ParameterizedTest
  @EnumSource
  void columnsThatTheTargetHasNoMoreAreListed(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite = "table: staging\npublish: {into: target}\nbatch: one\nexpect:\n";
    ground.gate(suite + POSITIVE);
    ground.sql("drop table target", "create table target (id integer, taken varchar(20))");
    Report report = ground.replay(suite + POSITIVE);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.diagnostics().get(0).message())
        .isEqualTo(
            ground.natural("the quarantine `target_quarantine`", "`", "`")
                + " does not fit `target`: "
                + ground.natural(
                    "there is no column `amount`; `taken` is text there and date here", "`", "`"));
    assertThat(rows(ground, "target_quarantine")).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void ofASharedQuarantineOnlyItsOwnRows(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite = "quarantine: aside\nexpect:\n";
    ground.sql("create table other as select * from staging where id = 3");
    String one = "table: staging\nwhere: id < 3\npublish: {into: target}\n" + suite;
    String two = "table: other\nsuite: two\npublish: {into: elsewhere}\n" + suite;
    ground.gate(one + POSITIVE);
    ground.gate(two + POSITIVE + "allow_empty: true\n");
    assertThat(rows(ground, "aside")).containsExactly("2 -5", "3 -6");
    ground.replay(two + "  - id > 0\n");
    assertThat(rows(ground, "elsewhere")).containsExactly("3 -6");
    assertThat(rows(ground, "aside")).containsExactly("2 -5");
    ground.sql("insert into aside values (8, 8, null, 'by hand', null, null)");
    ground.replay(one.replace("where: id < 3\n", "") + "  - id > 0\n");
    assertThat(rows(ground, "target")).containsExactly("1 10", "2 -5", "8 8");
    assertThat(rows(ground, "aside")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatTheTargetRefusesStays(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("create table target (id integer, amount integer check (amount <> -6), taken date)");
    String suite = "table: staging\npublish: {into: target}\nbatch: one\nexpect:\n";
    ground.gate(suite + POSITIVE);
    Report report = ground.replay(suite + "  - id > 0\n");
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(rows(ground, "target")).containsExactly("1 10");
    assertThat(rows(ground, "target_quarantine")).hasSize(2);
    assertThat(ground.ledger()).containsExactly("published", "failed");
  }

  @ParameterizedTest
  @EnumSource
  void anotherTableIsNoQuarantine(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("create table aside (id integer, sluice_run integer)");
    Report report = ground.replay("table: staging\nquarantine: aside\nexpect:\n" + POSITIVE);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.diagnostics().get(0).message())
        .isEqualTo(
            ground.natural(
                "the quarantine `aside` is none: `sluice_run` is integer there and text here; there"
                    + " is no column `sluice_reasons`; there is no column `sluice_at`",
                "`",
                "`"));
  }
}
