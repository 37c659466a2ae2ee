package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code repairs:}: what each changed value was, and what it became. */
final class RepairsTest {

  private static final String TRAIL =
      "select sluice_line, sluice_column, sluice_key, old_value, new_value from trail"
          + " order by sluice_at, sluice_line, sluice_key";
  private static final String EXPECT =
      "repairs: trail\nexpect:\n"
          + "  - positive: amount >= 0 else default 0\n"
          + "  - id is unique else warn\n"
          + "  - amount < 100 else default amount - 100\n"
          + "  - note != 'x' else default null\n"
          + "  - id != 9 else quarantine\n";

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table staging (id integer, amount decimal(8, 2), note varchar(20))",
        "insert into staging values (1, 10, 'a'), (2, -5, 'x'), (3, 130.5, null), (9, -7, 'x')");
    return ground;
  }

  private static List<String> changes(Ground ground) {
    String amount = ground.natural("amount");
    String key = "{\"" + ground.natural("id") + "\":";
    return List.of(
        "amount < 100 " + amount + " " + key + "3} 130.50 30.50",
        "note != 'x' " + ground.natural("note") + " " + key + "2} x null",
        "positive " + amount + " " + key + "2} -5.00 0.00");
  }

  @ParameterizedTest
  @EnumSource
  void inThePublishShape(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report = ground.gate("table: staging\npublish: {into: target}\n" + EXPECT);
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows(TRAIL)).containsExactlyElementsOf(changes(ground));
    assertThat(ground.rows("select distinct sluice_run from trail"))
        .containsExactly(report.runId());
    assertThat(ground.rows("select id, amount, note from target order by id"))
        .containsExactly("1 10.00 a", "2 0.00 null", "3 30.50 null");
  }

  @ParameterizedTest
  @EnumSource
  void inPlaceAndOnceMore(Ground.Kind kind) {
    Ground ground = ground(kind);
    assertThat(ground.gate("table: staging\n" + EXPECT).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows(TRAIL)).containsExactlyElementsOf(changes(ground));
    ground.sql("insert into staging values (4, -1, 'd')");
    assertThat(ground.gate("table: staging\n" + EXPECT).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows(TRAIL))
        .hasSize(4)
        .endsWith(
            "positive "
                + ground.natural("amount")
                + ground.natural(" {\"id\":4} -1.00 0.00", "\"", "\""))
        .containsAll(changes(ground));
  }

  @ParameterizedTest
  @EnumSource
  void inTheLoadShape(Ground.Kind kind) {
    Ground ground = ground(kind);
    if (ground.kind().definitionsCommit()) {
      ground.sql("create table loaded (id integer, amount decimal(8, 2), note varchar(20))");
    }
    ground.write(
        "load.sql",
        (ground.kind().definitionsCommit() ? "insert into loaded" : "create table loaded as")
            + " select * from staging;\n");
    Report report = ground.gate("table: loaded\nload: load.sql\n" + EXPECT);
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows(TRAIL)).containsExactlyElementsOf(changes(ground));
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoRepairsOfAValueTheFirstIsWrittenDown(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.gate(
        "table: staging\nrepairs: trail\nexpect:\n"
            + "  - amount > -6 else default 1\n"
            + "  - amount >= 0 else default 2\n");
    assertThat(ground.rows("select sluice_line, old_value, new_value from trail order by 1"))
        .containsExactly("amount > -6 -7.00 1.00", "amount >= 0 -5.00 2.00");
  }

  @ParameterizedTest
  @EnumSource
  void withoutAKeyTheWholeRowIsToldAsItWas(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("update staging set note = 'a \"quoted\\ ' || chr(10) || 'text' where id = 2");
    ground.gate(
        "table: staging\nrepairs: trail\nexpect:\n  - amount > -6 or note = 'x' else warn\n"
            + "  - amount between -6 and 100 else default 0\n");
    assertThat(ground.rows("select sluice_key from trail order by 1"))
        .containsExactly(
            ground.natural("{\"id\":3,\"amount\":\"130.50\",\"note\":null}", "\"", "\":"),
            ground.natural("{\"id\":9,\"amount\":\"-7.00\",\"note\":\"x\"}", "\"", "\":"));
    ground.gate("table: staging\nrepairs: trail\nexpect:\n  - amount >= 0 else default 3\n");
    assertThat(ground.rows("select sluice_key from trail where new_value = '3.00'"))
        .containsExactly(
            ground.natural(
                "{\"id\":2,\"amount\":\"-5.00\",\"note\":\"a \\\"quoted\\\\ \\ntext\"}",
                "\"",
                "\":"));
  }

  @ParameterizedTest
  @EnumSource
  void thePrimaryKeyTellsRowsApart(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create table keyed (shop varchar(5), no bigint, amount integer, primary key (shop, no))",
        "insert into keyed values ('b', 7, -1)");
    ground.gate("table: keyed\nrepairs: trail\nexpect:\n  - amount >= 0 else default 0\n");
    assertThat(ground.rows("select sluice_key from trail"))
        .containsExactly(ground.natural("{\"shop\":\"b\",\"no\":7}", "\"", "\":"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsUndoneLeavesNoTrail(Ground.Kind kind) {
    Ground ground = ground(kind);
    String suite = "table: staging\npublish: {into: target}\n" + EXPECT;
    assertThat(ground.dryRun(suite).exitCode()).isZero();
    assertThat(ground.isWithoutRows("trail")).isTrue();
    assertThat(ground.gate(suite + "ensure:\n  - row_count = 9\n").exitCode()).isEqualTo(4);
    assertThat(ground.isWithoutRows("trail")).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeWrittenDownIsNotDone(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create table trail (sluice_run varchar(40), sluice_at timestamp with time zone,"
            + " sluice_line varchar(40), sluice_column varchar(40), sluice_key varchar(400),"
            + " old_value varchar(40), new_value varchar(40) check (new_value <> '0.00'))");
    Report report = ground.gate("table: staging\n" + EXPECT);
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(ground.rows("select id, amount from staging order by id"))
        .containsExactly("1 10.00", "2 -5.00", "3 130.50", "9 -7.00");
    assertThat(ground.rows("select count(*) from trail")).containsExactly("0");
    assertThat(ground.isWithoutRows("staging_quarantine")).isTrue();
    assertThat(ground.ledger()).containsExactly("failed");
  }

  @ParameterizedTest
  @EnumSource
  void anotherTableIsNoTrail(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report = ground.gate("table: staging\n" + EXPECT.replace("trail", "staging"));
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.diagnostics().get(0).message())
        .isEqualTo("the table of repairs `" + ground.natural("staging") + "` is the target");
    ground.sql("create table trail (sluice_run varchar(40), old_value integer)");
    Report other = ground.gate("table: staging\n" + EXPECT);
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.diagnostics().get(0).message())
        .isEqualTo(
            ground.natural(
                "what is written down does not fit the table of repairs `trail`: there is no column"
                    + " `sluice_at`; there is no column `sluice_line`; there is no column"
                    + " `sluice_column`; there is no column `sluice_key`; `old_value` is integer there"
                    + " and text here; there is no column `new_value`",
                "`",
                "`"));
    assertThat(ground.ledger()).isEmpty();
  }
}
