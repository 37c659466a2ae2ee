package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** `lint` with its database tells what `gate` refuses before anything runs, and nothing more. */
final class LintTest {

  private static final String PUBLISH = "table: staging\nbatch: one\nexpect: [id > 0]\n";

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table staging (id integer, note varchar(20))",
        "insert into staging values (1, 'a')",
        "create view seen as select * from staging",
        "create table target (id integer, note varchar(20))",
        "create table other (id date, must integer not null)");
    return ground;
  }

  private static List<String> told(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(each -> each.code() + " " + each.message()).toList();
  }

  private static void agree(Ground ground, String suite, String... messages) {
    assertThat(told(ground.lint(suite))).containsExactly(messages);
    Report gated = ground.gate(suite);
    assertThat(told(gated.diagnostics())).containsExactly(messages);
    assertThat(gated.exitCode()).isEqualTo(2);
    assertThat(ground.ledger()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          publish: {into: staging} | E0604 'staging' is the candidate itself
          publish: {into: seen} | E0604 'seen' is a view: no rows can be written there
          publish: {into: other} | E0604 the candidate does not fit 'other': 'id' is date there and \
          integer here; there is no column 'note'; 'must' may not be null there and is missing here
          publish: {into: target, mode: merge, key: [idd]} | E0401 no column 'idd' in 'staging'
          publish: {into: target, mode: replace, slice: nosuchcol = 1} | \
          E0401 no column 'nosuchcol' in 'target'
          publish: {into: made, mode: replace, slice: nosuchcol = 1} | \
          E0401 no column 'nosuchcol' in 'made'
          publish: {into: target, mode: replace, slice: id + 1} | \
          E0508 'id + 1' is a value, not something that is true or false
          publish: {into: target} ~ ensure: [gone is unique] | E0401 no column 'gone' in 'target'
          publish: {into: target} ~ budget: {scans: 0} | \
          E0605 this takes 1 scan, and the budget is 0 scans
          """)
  void whatAPublishCannotKeep(String written, String message) {
    agree(
        ground(Ground.Kind.DUCKDB),
        PUBLISH + written.replace(" ~ ", "\n") + "\n",
        message.replace('\'', '`'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          quarantine: target | the quarantine 'target' is the target
          quarantine: staging | the quarantine 'staging' is the candidate
          repairs: target | the table of repairs 'target' is the target
          """)
  void tablesBesideTheTargetAreOthers(String written, String message) {
    agree(
        ground(Ground.Kind.DUCKDB),
        "table: staging\nbatch: one\nexpect: [id > 0 else quarantine, note = 'b' else default 'b']\n"
            + "publish: {into: target}\n"
            + written
            + "\n",
        "E0604 " + message.replace('\'', '`'));
  }

  @Test
  void checkAndExplainReadTheSliceAndTheKey() {
    Ground ground = ground(Ground.Kind.DUCKDB);
    String suite = PUBLISH + "publish: {into: target, mode: replace, slice: nosuchcol = 1}\n";
    assertThat(told(ground.check(suite).diagnostics()))
        .containsExactly("E0401 no column `nosuchcol` in `target`");
    String merge = PUBLISH + "publish: {into: target, mode: merge, key: [idd]}\n";
    assertThat(told(ground.check(merge).diagnostics()))
        .containsExactly("E0401 no column `idd` in `staging`");
  }

  @ParameterizedTest
  @EnumSource
  void aSchemaThatIsNotThereIsNoPlaceForATable(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite = PUBLISH + "publish: {into: nosuchschema.t}\n";
    Report gated = ground.gate(suite);
    if (kind == Ground.Kind.SQLITE) {
      // its driver tells of no schemas
      assertThat(gated.exitCode()).isEqualTo(3);
      return;
    }
    assertThat(gated.exitCode()).isEqualTo(2);
    assertThat(told(ground.lint(suite))).isEqualTo(told(gated.diagnostics()));
    assertThat(told(gated.diagnostics())).singleElement().asString().contains("there is no schema");
    assertThat(ground.gate(PUBLISH + "publish: {into: made}\n").exitCode()).isZero();
  }

  @Test
  void rowsOfAViewAreNotChangedInPlace() {
    Ground ground = ground(Ground.Kind.DUCKDB);
    assertThat(told(ground.lint("table: seen\nexpect: [id > 0 else drop]\n")))
        .contains("E0601 `seen` is a view: its rows cannot be changed in place");
  }

  @Test
  void aSuiteThatIsOnlyCheckedStaysWhatItIs() {
    Ground ground = ground(Ground.Kind.DUCKDB);
    ground.write("rows.csv", "id,note\n1,a\n");
    assertThat(ground.lint("table: seen\nexpect: [id > 0, id < 9 else warn]\n")).isEmpty();
    assertThat(ground.lint("table: rows.csv\nexpect: [id > 0 else quarantine]\n")).isEmpty();
    assertThat(ground.lint("table: staging\nexpect: [id > 0 else quarantine]\n")).isEmpty();
    assertThat(ground.lint(PUBLISH + "publish: {into: not_yet}\n")).isEmpty();
    assertThat(ground.exists("not_yet")).isFalse();
    assertThat(ground.exists("sluice_ledger")).isFalse();
  }

  @Test
  void aScriptIsReadBeforeItRuns() {
    Ground ground = ground(Ground.Kind.DUCKDB);
    ground.write("load.sql", "insert into target select * from staging; commit; select $no");
    String suite = "table: target\nload: load.sql\nexpect: [id > 0]\n";
    agree(
        ground, suite, "E0603 `commit` may not stand in a load script", "E0404 no parameter `$no`");
    ground.write("load.sql", "create table loaded as select * from staging");
    assertThat(ground.lint(suite.replace("target", "loaded"))).isEmpty();
    assertThat(told(ground.lint(suite + "quarantine: target\nrepairs: target\n")))
        .containsExactly(
            "E0604 the quarantine `target` is the candidate",
            "E0604 the table of repairs `target` is the candidate");
  }

  @Test
  void aScriptThatMakesATableIsRefusedWhereThatCommits() {
    Ground ground = ground(Ground.Kind.H2);
    ground.write("load.sql", "create table loaded as select * from staging");
    String suite = "table: loaded\nload: load.sql\nexpect: [id > 0]\n";
    assertThat(told(ground.lint(suite))).isEqualTo(told(ground.gate(suite).diagnostics()));
    assertThat(told(ground.lint(suite))).hasSize(2).anyMatch(each -> each.startsWith("E0603"));
  }

  @Test
  void inPlaceABudgetCountsWhatIsScannedAgain() {
    Ground ground = ground(Ground.Kind.DUCKDB);
    String suite = "table: target\nexpect: [id > 0]\nensure: [row_count > 5]\nbudget: ";
    agree(ground, suite + "{scans: 1}\n", "E0605 this takes 2 scans, and the budget is 1 scan");
    assertThat(ground.lint(suite + "{scans: 2}\n")).isEmpty();
  }
}
