package dev.sluice.engine.sql;

import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.sql.internal.Compilation;
import dev.sluice.engine.sql.internal.Layout;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what the engine wants to know and to do as SQL of one kind of database. */
public final class SqlCompiler {

  private final SqlProfile profile;

  public SqlCompiler(SqlProfile profile) {
    this.profile = profile;
  }

  /** The statement of a scan; it gives one row. */
  public Statement compile(Scan scan) {
    return new Compilation(profile).scan(scan);
  }

  /**
   * What the row that {@link #compile} gave says.
   *
   * @param row values as the driver gives them, in the order of the columns
   */
  public Map<Measurement, Measurement.Result> results(Scan scan, List<@Nullable Object> row) {
    return new Layout(scan).decode(row);
  }
}
