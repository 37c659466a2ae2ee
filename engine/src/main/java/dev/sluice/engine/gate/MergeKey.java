package dev.sluice.engine.gate;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.table.Column;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.run.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The key of `merge`: it must tell the rows to publish apart, or one of two would be chosen. */
final class MergeKey {

  private MergeKey() {}

  /**
   * @throws Stop when two rows share a key, or a part of one is NULL
   */
  static void judge(Relation relation, List<String> key, Session session) {
    List<Expression> parts = new ArrayList<>();
    for (Column column : relation.columns()) {
      if (key.contains(column.name())) {
        parts.add(new Expression.ColumnValue(column.name(), column.type()));
      }
    }
    Measurement unique =
        new Measurement.Tally(
            new Measurement.Scope(relation, Optional.empty()),
            new Expression.Unique(parts),
            List.of());
    Measurement.Result result =
        session
            .measure(
                new Scan("key", List.of(unique)),
                session.compiler().compile(new Scan("key", List.of(unique))))
            .get(unique);
    String named =
        "the key of `merge`, " + String.join(", ", key.stream().map(MergeKey::quoted).toList());
    if (!(result instanceof Measurement.Result.Tallied tallied)) {
      throw new Stop(new Failure("merge_key", named + ", could not be measured"));
    }
    if (tallied.undecided() > 0) {
      throw new Stop(
          new Failure(
              "merge_key",
              Wording.count(tallied.undecided(), "rows")
                  + (tallied.undecided() == 1
                      ? " to publish has NULL in "
                      : " to publish have NULL in ")
                  + named));
    }
    if (tallied.violations() > 0) {
      throw new Stop(
          new Failure(
              "merge_key",
              Wording.count(tallied.violations(), "rows")
                  + " to publish share "
                  + named
                  + ": only one of each could be kept; say which, as in `"
                  + (key.size() == 1 ? key.get(0) : "(" + String.join(", ", key) + ")")
                  + " is unique else drop keeping latest ...`"));
    }
  }

  private static String quoted(String name) {
    return "`" + name + "`";
  }
}
