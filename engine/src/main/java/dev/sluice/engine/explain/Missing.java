package dev.sluice.engine.explain;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.function.Metric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What NULL does to a sentence, in words. */
final class Missing {

  private final Expectation.Sentence sentence;
  private final Undecided undecided;

  Missing(Expectation.Sentence sentence) {
    this.sentence = sentence;
    this.undecided = Undecided.of(sentence.check(), sentence.level() == Level.ROW);
  }

  String words() {
    return sentence.level() == Level.ROW ? ofRows() : ofMetrics();
  }

  private String ofRows() {
    List<String> parts = new ArrayList<>();
    String when = when();
    parts.add(when.isEmpty() ? "no row is undecided" : "undecided, no violation, where " + when);
    for (String each : lookups()) {
      parts.add("NULLs of " + each + " are passed over");
    }
    return String.join("; ", parts);
  }

  private String ofMetrics() {
    List<String> parts = new ArrayList<>();
    List<String> skipping = new ArrayList<>();
    List<String> shares = new ArrayList<>();
    sentence
        .metrics()
        .forEach(
            (text, metric) -> {
              Metric kind = ((Expression.Measure) metric).metric();
              if (kind == Metric.SHARE) {
                Expression share = ((Expression.Measure) metric).arguments().get(0);
                if (!Undecided.of(share, true).isNever()) {
                  shares.add("`" + text + "`");
                }
              } else if (kind != Metric.ROW_COUNT && kind != Metric.COLUMN_COUNT) {
                skipping.add("`" + text + "`");
              }
            });
    if (!skipping.isEmpty()) {
      parts.add(and(skipping) + (skipping.size() == 1 ? " passes" : " pass") + " over NULLs");
    }
    if (!shares.isEmpty()) {
      parts.add("rows that are undecided are in neither part of " + and(shares));
    }
    String when = when();
    if (!when.isEmpty()) {
      parts.add("where " + when + ", the line is not met");
    }
    return parts.isEmpty() ? "NULLs play no part" : String.join("; ", parts);
  }

  private String when() {
    List<String> parts = new ArrayList<>();
    if (!undecided.always().isEmpty()) {
      parts.add(any(undecided.always()));
    }
    for (Set<Cause> each : undecided.together()) {
      parts.add(all(each));
    }
    List<Cause> single =
        undecided.perhaps().stream().filter(each -> each.size() == 1).flatMap(Set::stream).toList();
    if (!single.isEmpty()) {
      parts.add(any(single) + unless());
    }
    undecided.perhaps().stream()
        .filter(each -> each.size() > 1)
        .forEach(each -> parts.add(all(each) + unless()));
    return String.join(", or where ", parts);
  }

  private String unless() {
    return sentence.level() == Level.ROW
        ? " and no other part decides it"
        : " and no other part makes it true";
  }

  private String any(Collection<Cause> causes) {
    return listed(causes, " or ", " is NULL");
  }

  private String all(Collection<Cause> causes) {
    return listed(causes, " and ", causes.size() == 1 ? " is NULL" : " are NULL");
  }

  private String listed(Collection<Cause> causes, String between, String end) {
    List<String> values = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Cause each : causes) {
      boolean function = each.expression() instanceof Expression.Apply;
      String name = each.name(this::text);
      List<String> kind = function ? others : values;
      if (!kind.contains(name)) {
        kind.add(name);
      }
    }
    List<String> parts = new ArrayList<>();
    if (!values.isEmpty()) {
      boolean metrics = causes.stream().noneMatch(Cause::isColumn);
      String why = metrics && sentence.level() == Level.TABLE ? " (of too few values)" : "";
      parts.add(Words.joined(values, between) + end + why);
    }
    parts.addAll(others);
    return Words.joined(parts, between);
  }

  private String text(Expression metric) {
    return sentence.metrics().entrySet().stream()
        .filter(each -> each.getValue().equals(metric))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> ((Expression.Measure) metric).metric().word());
  }

  private List<String> lookups() {
    List<String> found = new ArrayList<>();
    Expressions.walk(
        sentence.check(),
        each -> {
          if (each instanceof Expression.Among among) {
            String columns = String.join(", ", among.columns());
            String own = among.columns().size() == 1 ? columns : "(" + columns + ")";
            String told = "`" + among.table().display() + "." + own + "`";
            if (!found.contains(told)) {
              found.add(told);
            }
          }
        });
    return found;
  }

  private static String and(List<String> texts) {
    return Words.joined(texts, " and ");
  }
}
