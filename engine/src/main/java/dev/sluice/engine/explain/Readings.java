package dev.sluice.engine.explain;

import dev.sluice.dsl.check.Checked;
import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Typed expectations told in plain words. */
public final class Readings {

  private Readings() {}

  /**
   * How an expectation was read, of the table that it judges.
   *
   * @param narrowed the suite's own {@code where}, which {@code ensure} does not know
   */
  public static Reading of(Checked checked, Table table, Optional<String> narrowed) {
    Expectation expectation = checked.expectation();
    if (expectation instanceof Expectation.Schema schema) {
      return schema(schema);
    }
    if (expectation instanceof Expectation.Query query) {
      return query(query);
    }
    return sentence(
        (Expectation.Sentence) expectation,
        checked.line().orElseThrow(),
        table,
        narrowed.filter(each -> !expectation.heading().ensure()));
  }

  private static Reading sentence(
      Expectation.Sentence sentence, Line line, Table table, Optional<String> narrowed) {
    boolean row = sentence.level() == Level.ROW;
    boolean grouped = !sentence.per().isEmpty();
    String unit = row ? "rows" : "groups";
    Phrases phrases = new Phrases(new Kinds(table), grouped);
    return new Reading(
        sentence.heading().line(),
        sentence.heading().id(),
        level(sentence),
        sentence.subject().map(each -> "`" + each + "`"),
        rows(narrowed, line.where().map(each -> phrases.when(each, true))),
        violation(sentence, phrases.when(line.check(), false), Phrases.isComparison(line.check())),
        new Missing(sentence).words(),
        Meanings.of(sentence.check()),
        row || grouped
            ? Optional.of(Limits.tolerance(sentence.tolerance(), unit))
            : Optional.empty(),
        policy(sentence.policy(), Optional.of(line), unit));
  }

  private static Optional<String> rows(Optional<String> narrowed, Optional<String> where) {
    List<String> parts = new ArrayList<>();
    narrowed.ifPresent(each -> parts.add("those of the suite, `where: " + each + "`"));
    where.ifPresent(each -> parts.add("those in which " + each));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", of them ", parts) + "; no others are looked at");
  }

  private static List<String> policy(Policy policy, Optional<Line> line, String unit) {
    return Actions.of(policy, line, unit);
  }

  private static String level(Expectation.Sentence sentence) {
    String groups =
        sentence.per().stream()
            .map(each -> "`" + each.name() + "`")
            .collect(Collectors.joining(" and "));
    String place = sentence.heading().ensure() ? ", on the target after the write" : "";
    if (sentence.level() == Level.TABLE) {
      return "table: judged once"
          + (groups.isEmpty() ? "" : " for each " + groups + " (NULL is one too)")
          + place;
    }
    List<String> parts = new ArrayList<>(List.of("row: each row is judged"));
    if (!groups.isEmpty()) {
      parts.add("within its group by " + groups + " (NULL is one too)");
    }
    if (!sentence.metrics().isEmpty()) {
      parts.add(
          sentence.metrics().keySet().stream()
              .map(each -> "`" + each + "`")
              .collect(Collectors.joining(" and ", "against ", "")));
    }
    return String.join(", ", parts) + place;
  }

  private static String violation(Expectation.Sentence sentence, String when, boolean simple) {
    String not =
        !NotANumber.violates(sentence.check())
            ? ""
            : simple
                ? "; a comparison with NaN violates it too"
                : "; NaN is neither less nor more than anything";
    if (sentence.level() == Level.TABLE) {
      return (sentence.per().isEmpty() ? "the table, if " : "a group in which ") + when + not;
    }
    return "a row in which " + when + not + Relations.note(sentence.check());
  }

  private static Reading schema(Expectation.Schema schema) {
    List<String> parts = new ArrayList<>();
    for (Expectation.Schema.Wanted each : schema.columns()) {
      String type = each.type().isEmpty() ? "" : " as " + each.text();
      parts.add("without a column `" + each.name() + "`" + type);
    }
    if (schema.extraForbidden()) {
      parts.add("with any other column");
    }
    if (schema.orderStrict()) {
      parts.add("with its columns in another order");
    }
    for (String each : schema.forbidden()) {
      parts.add("with a column `" + each + "`");
    }
    return new Reading(
        schema.heading().line(),
        schema.heading().id(),
        "schema: judged once, from the catalogue, without a scan",
        Optional.empty(),
        Optional.empty(),
        "a table " + Words.joined(parts, " or "),
        schema.columns().stream().anyMatch(Expectation.Schema.Wanted::notNull)
            ? "`not null` is what the catalogue declares, no value is looked at"
            : "NULLs play no part",
        List.of(),
        Optional.empty(),
        policy(schema.policy(), Optional.empty(), "rows"));
  }

  private static Reading query(Expectation.Query query) {
    return new Reading(
        query.heading().id(),
        query.heading().id(),
        "row: a query of the suite, run as it is written",
        Optional.empty(),
        Optional.empty(),
        "each row that the query gives",
        "NULLs mean what the query makes of them",
        List.of(),
        Optional.of(Limits.tolerance(query.tolerance(), "rows")),
        policy(query.policy(), Optional.empty(), "rows"));
  }
}
