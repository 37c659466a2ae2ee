package dev.sluice.engine.gate;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.audit.AuditSettings;
import dev.sluice.engine.plan.Relation;
import java.util.List;
import java.util.Optional;

/**
 * What a gate judges and where it writes, typed. In the load shape it is made after the step.
 *
 * @param candidate the rows on trial
 * @param identified whether rows of the candidate's table can be told apart as it stands; else it
 *     is copied first
 * @param target the table that downstream reads; may not exist yet in the publish shape
 * @param columns the candidate's columns to publish, in its order
 * @param recall of a replay
 * @param slice of `replace`: what is deleted first, over the target
 * @param within the same over the candidate, whose published rows must all match it
 * @param repairs where each repaired value is written down
 * @param key of `merge`: the columns, over the candidate, that tell what is the same row
 */
public record Trial(
    Relation.Stored candidate,
    boolean identified,
    Table target,
    Mode mode,
    List<String> columns,
    Optional<Expression> slice,
    Optional<Expression> within,
    List<String> key,
    Table quarantine,
    Optional<Table> repairs,
    List<Expectation> expect,
    List<Expectation> ensure,
    AuditSettings audit,
    Optional<Recall> recall) {

  /**
   * Of a replay: what the candidate, a temporary table with the columns of {@link
   * dev.sluice.engine.plan.Recalled}, is filled with.
   *
   * @param onTrial the rows of the quarantine that are judged
   * @param others further rows of the quarantine that they are compared with
   * @param standing rows of the target that they are compared with; may speak of the candidate,
   *     which holds the rows on trial and no others by then
   * @param columns those of the quarantine that its rows have
   * @param compared those of the candidate that the target has
   */
  public record Recall(
      Relation.Stored onTrial,
      Optional<Relation.Stored> others,
      Optional<Relation.Stored> standing,
      List<String> columns,
      List<String> compared) {}

  /** The columns of the candidate that are published. */
  public List<Column> published() {
    return candidate.columns().stream().filter(each -> columns.contains(each.name())).toList();
  }

  /** The same with other tables to write to. */
  Trial writingTo(Table otherTarget, Table otherQuarantine, Optional<Table> otherRepairs) {
    return new Trial(
        candidate,
        identified,
        otherTarget,
        mode,
        columns,
        slice,
        within,
        key,
        otherQuarantine,
        otherRepairs,
        expect,
        ensure,
        audit,
        recall);
  }

  /** How published rows meet those that are there. */
  public enum Mode {
    APPEND,
    REPLACE,
    /** Rows of the target with a published row's key go first. */
    MERGE,
    /** Rows stay where they are: the load and in-place shapes. */
    NONE
  }
}
