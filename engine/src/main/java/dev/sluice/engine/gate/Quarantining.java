package dev.sluice.engine.gate;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import java.util.ArrayList;
import java.util.List;

/** What a quarantine table has beside the candidate's columns. */
public final class Quarantining {

  private Quarantining() {}

  /** The candidate's columns and ours: the run, the reasons as a JSON array, the time. */
  public static List<Column> columns(List<Column> candidate, SqlProfile profile) {
    List<Column> columns = new ArrayList<>(candidate);
    columns.add(column("sluice_run", Type.TEXT, profile));
    columns.add(column("sluice_reasons", Type.TEXT, profile));
    columns.add(column("sluice_at", Type.TIMESTAMPTZ, profile));
    return columns;
  }

  private static Column column(String name, Type type, SqlProfile profile) {
    return new Column(profile.folded(name), type, "", true);
  }
}
