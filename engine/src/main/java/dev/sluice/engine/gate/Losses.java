package dev.sluice.engine.gate;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.run.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is published is what was judged: the target must keep every value as it is. */
final class Losses {

  private Losses() {}

  /**
   * Reads the columns, and nothing when there are none, whose types the target has with fewer
   * digits.
   *
   * @param target its columns are those that the catalogue told; none where it was just made
   * @throws Stop when the target would keep a value as another one
   */
  static void refuse(Relation relation, Table target, List<String> columns, Session session) {
    Map<String, String> templates = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    for (Column from : relation.columns()) {
      Column to = target.column(from.name()).orElse(null);
      if (to != null && columns.contains(from.name())) {
        session
            .connector()
            .sql()
            .narrowingTemplate(from, to)
            .ifPresent(
                template -> {
                  templates.put(from.name(), template);
                  words.put(from.name(), to.nativeType() + " there and " + from.nativeType());
                });
      }
    }
    if (templates.isEmpty() || count(relation, templates, session) == 0) {
      return;
    }
    List<String> lost = new ArrayList<>();
    templates.forEach(
        (column, template) -> {
          long rows = count(relation, Map.of(column, template), session);
          if (rows > 0) {
            lost.add(
                "`%s`, %s here, in %s"
                    .formatted(column, words.get(column), Wording.count(rows, "rows")));
          }
        });
    throw new Stop(
        new Failure(
            "values_lost",
            "the target would keep other values than were judged, rounded or cut: "
                + String.join("; ", lost)
                + ": change the column there, or round before the gate"));
  }

  private static long count(Relation relation, Map<String, String> templates, Session session) {
    return session.number(session.compiler().countAny(relation, templates));
  }
}
