package dev.sluice.engine.audit;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.plan.Rules;
import dev.sluice.engine.run.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * How an audit shows what it finds.
 *
 * @param table the relation's name for people
 * @param samples failing rows to fetch for each expectation; 0 for none
 * @param sensitive columns that are never selected
 * @param keys columns that identify a row for people; may be empty
 * @param rules by which its statements are planned
 */
public record AuditSettings(
    String table,
    int samples,
    Set<String> sensitive,
    List<String> keys,
    Progress progress,
    Rules rules) {

  /** Planned by all rules. */
  public AuditSettings(
      String table, int samples, Set<String> sensitive, List<String> keys, Progress progress) {
    this(table, samples, sensitive, keys, progress, Rules.ALL);
  }

  public AuditSettings {
    sensitive = Set.copyOf(sensitive);
    keys = List.copyOf(keys);
  }

  /** The same over another table with these columns, as that one spells them. */
  public AuditSettings over(Table other) {
    return new AuditSettings(
        table, samples, Set.copyOf(spelt(sensitive, other)), spelt(keys, other), progress, rules);
  }

  private static List<String> spelt(Collection<String> columns, Table table) {
    return columns.stream().flatMap(each -> table.column(each).stream()).map(Column::name).toList();
  }

  /** The same, fetching no samples. */
  public AuditSettings withoutSamples() {
    return new AuditSettings(table, 0, sensitive, keys, progress, rules);
  }
}
