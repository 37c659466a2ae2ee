package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate makes tables where it is told to, and drops none but its own temporary ones. */
final class OwnTablesTest {

  @TempDir private Path folder;

  @Test
  void nothingIsDroppedAndTheLedgerLiesWhereItIsPut() {
    Ground ground = Ground.of(Ground.Kind.POSTGRESQL, folder);
    ground.sql(
        "create schema ops",
        "create table t (id integer, v integer)",
        "insert into t values (1, 1), (2, -2), (2, 3)",
        """
        create function refuse() returns event_trigger language plpgsql as $$
        begin
          if exists (select from pg_event_trigger_dropped_objects() where not is_temporary) then
            raise exception 'something was dropped';
          end if;
        end $$
        """,
        "create event trigger kept on sql_drop execute function refuse()");
    ground.write(
        "sluice.yml",
        "connections: {here: {url: '" + ground.url() + "', user: postgres}}\nledger: ops.log\n");
    String lines =
        "table: t\nexpect:\n  - v > 0 else quarantine\n  - id is unique else drop keeping first v\n";
    for (String shape :
        List.of(
            "publish: {into: one}\nbatch: a\n",
            "publish: {into: one}\nbatch: a\n",
            "publish: {into: two, mode: replace}\n",
            "publish: {into: two, mode: replace, slice: id > 0}\n",
            "publish: {into: two, mode: merge, key: [id]}\n",
            "")) {
      Report report = ground.gate(lines + shape);
      assertThat(report.outcome()).as(shape + report.suites()).isEqualTo(Outcome.PUBLISHED);
    }
    ground.sql("drop event trigger kept");
    assertThat(ground.rows("select count(*) from ops.log")).containsExactly("5");
    assertThat(ground.exists("sluice_ledger")).isFalse();
    assertThat(
            ground.rows(
                "select table_name from information_schema.tables where table_schema = 'public'"
                    + " order by 1"))
        .containsExactly("one", "one_quarantine", "t", "t_quarantine", "two", "two_quarantine");
  }
}
