package dev.sluice.engine.gate;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.sql.SqlCompiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The unmet lines whose policies move or change rows, each with its flag in the marks.
 *
 * @param lines in the order of the file
 */
record Acting(List<Line> lines) {

  /** A line, the action that it takes, and the name of its flag. */
  record Line(String flag, Expectation.Sentence sentence, Policy.Action action) {}

  static Acting of(List<Finding> findings) {
    List<Line> lines = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.expectation() instanceof Expectation.Sentence sentence
          && finding.violations() > 0
          && finding.action().filter(Acting::touchesRows).isPresent()) {
        lines.add(new Line("sluice_flag_" + lines.size(), sentence, finding.action().get()));
      }
    }
    return new Acting(List.copyOf(lines));
  }

  /** Whether an action moves or changes rows. */
  static boolean touchesRows(Policy.Action action) {
    return action instanceof Policy.Action.Quarantine
        || action instanceof Policy.Action.Drop
        || action instanceof Policy.Action.Default;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /**
   * The marks to write down, in a temporary table of the given name.
   *
   * @param standing a column of rows that win every choice
   */
  Marks marks(String tableName, SqlCompiler compiler, Optional<String> standing) {
    List<Column> columns = compiler.markColumns(lines.stream().map(Line::flag).toList());
    return new Marks(
        new Table(List.of(tableName), tableName, columns),
        lines.stream().map(each -> flag(each, standing)).toList());
  }

  private static Marks.Flag flag(Line line, Optional<String> standing) {
    return new Marks.Flag(
        line.flag(),
        line.sentence().check(),
        line.sentence().where(),
        line.sentence().per().stream().map(Column::name).toList(),
        keeping(line.action()).map(keeping -> chosen(line.sentence().check(), keeping, standing)));
  }

  private static Optional<Policy.Keeping> keeping(Policy.Action action) {
    if (action instanceof Policy.Action.Quarantine quarantine) {
      return quarantine.keeping();
    }
    return action instanceof Policy.Action.Drop drop ? drop.keeping() : Optional.empty();
  }

  private static Marks.Chosen chosen(
      Expression check, Policy.Keeping keeping, Optional<String> standing) {
    List<Expression> key = new ArrayList<>();
    Expressions.walk(
        check,
        each -> {
          if (each instanceof Expression.Unique unique && key.isEmpty()) {
            key.addAll(unique.key());
          }
        });
    return new Marks.Chosen(key, keeping.column(), keeping.latest(), standing);
  }

  List<String> quarantineFlags() {
    return flags(Policy.Action.Quarantine.class);
  }

  List<String> dropFlags() {
    return flags(Policy.Action.Drop.class);
  }

  /** Flags of rows that leave the candidate. */
  List<String> outFlags() {
    List<String> out = new ArrayList<>(quarantineFlags());
    out.addAll(dropFlags());
    return out;
  }

  private List<String> flags(Class<? extends Policy.Action> kind) {
    return lines.stream().filter(each -> kind.isInstance(each.action())).map(Line::flag).toList();
  }

  /** The ids of quarantining lines, by flag: the reasons of a quarantined row. */
  Map<String, String> reasons() {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line.action() instanceof Policy.Action.Quarantine) {
        reasons.put(line.flag(), line.sentence().heading().id());
      }
    }
    return reasons;
  }

  /** The repairs, in the order of the file: of two for one column the first wins. */
  List<Relation.Repair> repairs() {
    List<Relation.Repair> repairs = new ArrayList<>();
    for (Line line : lines) {
      if (line.action() instanceof Policy.Action.Default repair) {
        repairs.add(new Relation.Repair(line.flag(), repair.column(), repair.value()));
      }
    }
    return repairs;
  }
}
