package dev.sluice.engine.flow;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.plan.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of a target with which quarantined rows are compared: as few as will do. */
final class Standing {

  private final Table target;
  private final Table recalled;

  /**
   * @param recalled holds the rows on trial
   */
  Standing(Table target, Table recalled) {
    this.target = target;
    this.recalled = recalled;
  }

  /**
   * The rows to compare with; none when nothing looks at other rows.
   *
   * @param within the rows of the target that are in question
   * @param merged columns of the key by which a published row takes another's place
   */
  Optional<Relation.Stored> rows(
      Set<Expression> lookups, Optional<Expression> within, List<String> merged) {
    if (lookups.isEmpty()) {
      return Optional.empty();
    }
    List<Expression> all = new ArrayList<>();
    within.ifPresent(all::add);
    alike(lookups).ifPresent(all::add);
    if (!merged.isEmpty()) {
      all.add(staying(merged));
    }
    return Optional.of(
        new Relation.Stored(
            target,
            all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.size() == 1 ? all.get(0) : new Expression.And(all))));
  }

  // Where uniqueness of columns is all that is asked, rows of other keys make no difference.
  private Optional<Expression> alike(Set<Expression> lookups) {
    List<Expression> keys = new ArrayList<>();
    for (Expression each : lookups) {
      if (!(each instanceof Expression.Unique unique)
          || !unique.key().stream().allMatch(Expression.ColumnValue.class::isInstance)) {
        return Optional.empty();
      }
      keys.add(
          recalled(
              unique.key().stream().map(part -> ((Expression.ColumnValue) part).name()).toList()));
    }
    return Optional.of(keys.size() == 1 ? keys.get(0) : new Expression.Or(keys));
  }

  // Rows whose place is taken will not be there.
  private Expression staying(List<String> key) {
    List<Expression> reasons = new ArrayList<>();
    key.forEach(each -> reasons.add(new Expression.IsNull(there(each))));
    reasons.add(new Expression.Not(recalled(key)));
    return new Expression.Or(reasons);
  }

  private Expression recalled(List<String> key) {
    return new Expression.Among(key.stream().map(this::there).toList(), recalled, key);
  }

  private Expression there(String column) {
    Column own = target.column(column).orElseThrow();
    return new Expression.ColumnValue(own.name(), own.type());
  }
}
