package dev.sluice.engine.gate;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import java.util.List;

/** What a quarantine table has beside the candidate's columns. */
public final class Quarantining {

  /** The run, the reasons as a JSON array, the time. */
  public static final List<Column> COLUMNS =
      List.of(
          new Column("sluice_run", Type.TEXT, "", true),
          new Column("sluice_reasons", Type.TEXT, "", true),
          new Column("sluice_at", Type.TIMESTAMPTZ, "", true));

  private Quarantining() {}
}
