package dev.sluice.engine.audit;

import dev.sluice.engine.run.Progress;
import java.util.List;
import java.util.Set;

/**
 * How an audit shows what it finds.
 *
 * @param table the relation's name for people
 * @param samples failing rows to fetch for each expectation; 0 for none
 * @param sensitive columns that are never selected
 * @param keys columns that identify a row for people; may be empty
 */
public record AuditSettings(
    String table, int samples, Set<String> sensitive, List<String> keys, Progress progress) {

  public AuditSettings {
    sensitive = Set.copyOf(sensitive);
    keys = List.copyOf(keys);
  }

  /** The same, fetching no samples. */
  public AuditSettings withoutSamples() {
    return new AuditSettings(table, 0, sensitive, keys, progress);
  }
}
