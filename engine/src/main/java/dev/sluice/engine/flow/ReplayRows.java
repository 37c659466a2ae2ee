package dev.sluice.engine.flow;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.engine.gate.Quarantining;
import dev.sluice.engine.plan.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a quarantine that a replay is about: of this load, within `where`, and not put aside
 * because another row was kept, unless they are asked for.
 */
final class ReplayRows {

  private final QuarantineTable quarantine;
  private final List<String> named;
  private final List<Expression> ours = new ArrayList<>();
  private final List<Expression> load;

  /**
   * @param where of the suite, over the quarantine
   * @param foreign runs of other loads
   * @param keeping ids of lines that keep one row of several
   * @param named ids of lines; when there are any, only rows that one of them put aside
   */
  ReplayRows(
      QuarantineTable quarantine,
      Optional<Expression> where,
      List<String> foreign,
      Set<String> keeping,
      List<String> named) {
    this.quarantine = quarantine;
    this.named = List.copyOf(named);
    where.ifPresent(ours::add);
    if (!foreign.isEmpty()) {
      ours.add(Quarantining.ofNoneOf(quarantine.table(), foreign));
    }
    this.load = List.copyOf(ours);
    keeping.stream()
        .filter(each -> !named.contains(each))
        .sorted()
        .forEach(each -> ours.add(Quarantining.notPutAsideBy(quarantine.table(), each)));
  }

  /** Those that are judged. */
  Relation.Stored onTrial() {
    List<Expression> all = new ArrayList<>(ours);
    byNamed().ifPresent(all::add);
    return stored(all);
  }

  /** Those that would be judged if this line, because of which another was kept, were named too. */
  Relation.Stored heldBackBy(String line) {
    List<Expression> all = new ArrayList<>(load);
    byNamed().ifPresent(all::add);
    all.add(Quarantining.putAsideBy(quarantine.table(), line));
    return stored(all);
  }

  private Optional<Expression> byNamed() {
    List<Expression> any =
        named.stream().map(each -> Quarantining.putAsideBy(quarantine.table(), each)).toList();
    return any.isEmpty()
        ? Optional.empty()
        : Optional.of(any.size() == 1 ? any.get(0) : new Expression.Or(any));
  }

  /** Those that are there beside them. */
  Optional<Relation.Stored> others() {
    if (named.isEmpty()) {
      return Optional.empty();
    }
    List<Expression> all = new ArrayList<>(ours);
    named.forEach(each -> all.add(Quarantining.notPutAsideBy(quarantine.table(), each)));
    return Optional.of(stored(all));
  }

  /** All rows that a line put aside. */
  Relation.Stored putAsideBy(String line) {
    return stored(List.of(Quarantining.putAsideBy(quarantine.table(), line)));
  }

  private Relation.Stored stored(List<Expression> all) {
    return new Relation.Stored(
        quarantine.table(),
        all.isEmpty()
            ? Optional.empty()
            : Optional.of(all.size() == 1 ? all.get(0) : new Expression.And(all)));
  }
}
