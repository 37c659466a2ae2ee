package dev.sluice.engine.gate;

import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.run.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The table of repairs: a row for each value that `default` changed, added and never altered. */
public final class RepairTrail {

  /** The run, its time, the line, the column, the row's key as JSON, both values as text. */
  public static List<Column> columns(SqlProfile profile) {
    return List.of(
        column("sluice_run", Type.TEXT, profile),
        column("sluice_at", Type.TIMESTAMPTZ, profile),
        column("sluice_line", Type.TEXT, profile),
        column("sluice_column", Type.TEXT, profile),
        column("sluice_key", Type.TEXT, profile),
        column("old_value", Type.TEXT, profile),
        column("new_value", Type.TEXT, profile));
  }

  private static Column column(String name, Type type, SqlProfile profile) {
    return new Column(profile.folded(name), type, "", true);
  }

  private final Session session;
  private final String run;
  private final Instant at;

  RepairTrail(Session session, String run, Instant at) {
    this.session = session;
    this.run = run;
    this.at = at;
  }

  /**
   * Writes down what the repairs are about to change.
   *
   * @param key columns that tell rows apart
   * @param acted rows that each line changes, by its id
   * @throws Stop when other rows are written down than were counted
   */
  void write(
      Relation.Repaired repaired,
      Acting acting,
      Table table,
      List<String> key,
      Map<String, Long> acted) {
    List<String> columns = columns(session.connector().sql()).stream().map(Column::name).toList();
    for (Acting.Line line : acting.lines()) {
      if (line.action() instanceof Policy.Action.Default change) {
        String id = line.sentence().heading().id();
        Relation.Repair repair = new Relation.Repair(line.flag(), change.column(), change.value());
        long written =
            session.update(
                session
                    .compiler()
                    .recordRepair(repaired, repair, id, key, table, columns, run, at));
        Conservation.hold("written down as repaired", acted.getOrDefault(id, 0L), written);
      }
    }
  }
}
