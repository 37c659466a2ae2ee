package dev.sluice.engine.gate;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a quarantine table has beside the candidate's columns. */
public final class Quarantining {

  private static final List<String> OWN = List.of("sluice_run", "sluice_reasons", "sluice_at");
  private static final String ESCAPE = "!";

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

  /** Whether a column is one of a quarantine's own. */
  public static boolean isOwn(String column) {
    return OWN.stream().anyMatch(column::equalsIgnoreCase);
  }

  /** Whether a line put a row aside, by itself or with others: its id is among the reasons. */
  public static Expression putAsideBy(Table quarantine, String id) {
    String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(id));
    String element = "\"" + quoted.replaceAll("[!%_]", ESCAPE + "$0") + "\"%";
    Expression reasons = own(quarantine, "sluice_reasons");
    // No text within the array has a quote behind a comma or bracket that begins an element so.
    return new Expression.Or(
        List.of(
            new Expression.Like(reasons, "[" + element, Optional.of(ESCAPE)),
            new Expression.Like(reasons, "%," + element, Optional.of(ESCAPE))));
  }

  /** The opposite, true also of rows without reasons. */
  public static Expression notPutAsideBy(Table quarantine, String id) {
    return new Expression.Or(
        List.of(
            new Expression.IsNull(own(quarantine, "sluice_reasons")),
            new Expression.Not(putAsideBy(quarantine, id))));
  }

  /** Whether a row is of none of these runs. */
  public static Expression ofNoneOf(Table quarantine, List<String> runs) {
    Expression run = own(quarantine, "sluice_run");
    List<Expression.Constant> others =
        runs.stream().map(each -> new Expression.Constant(each, Type.TEXT)).toList();
    return new Expression.Or(
        List.of(new Expression.IsNull(run), new Expression.Not(new Expression.In(run, others))));
  }

  /** Whether a row was put aside before an instant. */
  public static Expression before(Table quarantine, Instant instant) {
    return new Expression.Compare(
        Operator.LESS,
        own(quarantine, "sluice_at"),
        new Expression.Constant(instant, Type.TIMESTAMPTZ));
  }

  private static Expression own(Table quarantine, String name) {
    Column column =
        quarantine
            .column(name)
            .orElseThrow(() -> new IllegalArgumentException("no column `" + name + "`"));
    return new Expression.ColumnValue(column.name(), column.type());
  }
}
