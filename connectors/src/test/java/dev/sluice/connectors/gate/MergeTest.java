package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code mode: merge}: rows of the target with a published row's key go first. */
final class MergeTest {

  private static final String MERGE =
      "table: staging\npublish: {into: target, mode: merge, key: [id, shop]}\n";

  @TempDir private Path folder;

  private Ground ground(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table staging (id integer, shop varchar(5), note varchar(20))",
        "insert into staging values (1, 'x', 'new'), (2, 'x', 'new')",
        // another order of the columns, another spelling, a column that fills itself
        "create table target (note varchar(20), \"Shop\" varchar(5), id integer,"
            + " visits integer not null default 7)",
        "insert into target values ('old', 'x', 2, 1), ('old', 'y', 2, 1), ('old', 'x', null, 1)");
    return ground;
  }

  @ParameterizedTest
  @EnumSource
  void rowsOfTheSameKeyAreReplaced(Ground.Kind kind) {
    Ground ground = ground(kind);
    Report report = ground.gate(MERGE + "expect:\n  - id > 0\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(
            ground.rows(
                "select id, \"Shop\", note, visits from target order by coalesce(id, 99), \"Shop\""))
        .containsExactly("1 x new 7", "2 x new 7", "2 y old 1", "null x old 1");
  }

  @ParameterizedTest
  @EnumSource
  void aTargetWithAPrimaryKeyTakesThem(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql(
        "create table keyed (id integer primary key, shop varchar(5), note varchar(20))",
        "insert into keyed values (2, 'x', 'old'), (3, 'x', 'old')");
    Report report =
        ground.gate(
            "table: staging\npublish: {into: keyed, mode: merge, key: id}\n"
                + "expect:\n  - id > 0\n");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id, note from keyed order by id"))
        .containsExactly("1 new", "2 new", "3 old");
  }

  @ParameterizedTest
  @EnumSource
  void oneKeyOfTwoRowsIsAnErrorAndNothingIsWritten(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("insert into staging values (1, 'x', 'again')");
    Report report = ground.gate(MERGE + "expect:\n  - id > 0\n");
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(report.suites().get(0).error().orElseThrow().message())
        .isEqualTo(
            "2 rows to publish share the key of `merge`, `%1$s`, `%2$s`: only one of each could be kept; say which, as in `(%1$s, %2$s) is unique else drop keeping latest ...`"
                .formatted(ground.natural("id"), ground.natural("shop")));
    assertThat(ground.rows("select count(*) from target")).containsExactly("3");
    Report chosen =
        ground.gate(MERGE + "expect:\n  - (id, shop) is unique else drop keeping first note\n");
    assertThat(chosen.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select note from target where id = 1")).containsExactly("again");
  }

  @ParameterizedTest
  @EnumSource
  void aKeyWithNullIsAnError(Ground.Kind kind) {
    Ground ground = ground(kind);
    ground.sql("insert into staging values (5, null, 'lost')");
    Report report = ground.gate(MERGE + "expect:\n  - id > 0\n");
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(report.suites().get(0).error().orElseThrow().message())
        .isEqualTo(
            "1 row to publish has NULL in the key of `merge`, `%s`, `%s`"
                .formatted(ground.natural("id"), ground.natural("shop")));
    assertThat(ground.rows("select count(*) from target")).containsExactly("3");
  }
}
