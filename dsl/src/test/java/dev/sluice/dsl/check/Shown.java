package dev.sluice.dsl.check;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.value.Values;
import java.util.List;
import java.util.stream.Collectors;

/** Typed expressions and expectations as one line each, for golden files. */
final class Shown {

  private Shown() {}

  static String of(Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      return Values.text(constant.value()) + ":" + constant.type().text();
    } else if (expression instanceof Expression.ColumnValue column) {
      return column.name();
    } else if (expression instanceof Expression.Apply apply) {
      return call(apply.function().name(), apply.arguments()) + ":" + apply.type().text();
    } else if (expression instanceof Expression.And and) {
      return call("and", and.parts());
    } else if (expression instanceof Expression.Or or) {
      return call("or", or.parts());
    } else if (expression instanceof Expression.Not not) {
      return call("not", List.of(not.operand()));
    } else if (expression instanceof Expression.Compare compare) {
      return call(compare.operator().symbol(), List.of(compare.left(), compare.right()));
    } else if (expression instanceof Expression.In in) {
      return of(in.value()) + " in " + call("", in.items());
    } else if (expression instanceof Expression.IsNull isNull) {
      return call("null?", List.of(isNull.operand()));
    } else if (expression instanceof Expression.Like like) {
      return call("like", List.of(like.value()))
          + "'"
          + like.pattern()
          + "'"
          + like.escape().orElse("");
    } else if (expression instanceof Expression.Matches matches) {
      return call("matches", List.of(matches.value()));
    } else if (expression instanceof Expression.Unique unique) {
      return call("unique", unique.key());
    } else if (expression instanceof Expression.Among among) {
      return call("among", among.key()) + among.table().display() + among.columns();
    } else if (expression instanceof Expression.Ordered ordered) {
      return call("ordered", List.of(ordered.value(), ordered.by()))
          + (ordered.descending() ? " down" : " up")
          + (ordered.strict() ? " strictly" : "");
    }
    Expression.Measure measure = (Expression.Measure) expression;
    return call(measure.metric().word(), measure.arguments())
        + measure.filter().map(each -> "[" + of(each) + "]").orElse("")
        + measure.table().map(each -> "@" + each.display()).orElse("")
        + ":"
        + measure.type().text();
  }

  private static String call(String name, List<? extends Expression> parts) {
    return parts.stream().map(Shown::of).collect(Collectors.joining(", ", name + "(", ")"));
  }

  static String of(Expectation.Sentence sentence) {
    StringBuilder text = new StringBuilder();
    text.append("  ").append(sentence.level()).append(' ').append(of(sentence.check()));
    sentence.where().ifPresent(each -> text.append("\n  where ").append(of(each)));
    if (!sentence.per().isEmpty()) {
      text.append("\n  per ").append(sentence.per().stream().map(each -> each.name()).toList());
    }
    if (!(sentence.tolerance() instanceof Tolerance.None)) {
      text.append("\n  ").append(sentence.tolerance());
    }
    text.append("\n  ").append(of(sentence.policy()));
    text.append("\n  id ").append(sentence.heading().id());
    text.append("\n  subject ").append(sentence.subject().orElse("-"));
    text.append(", columns ").append(sentence.columns());
    sentence
        .metrics()
        .forEach(
            (name, metric) ->
                text.append("\n  metric ").append(name).append(" = ").append(of(metric)));
    sentence.observed().ifPresent(each -> text.append("\n  observed ").append(of(each)));
    return text.toString();
  }

  static String of(Policy policy) {
    return policy.zones().stream().map(Shown::of).collect(Collectors.joining(", "));
  }

  private static String of(Policy.Zone zone) {
    Policy.Action action = zone.action();
    String text = action.word();
    if (action instanceof Policy.Action.Default repair) {
      text += " " + repair.column() + " = " + of(repair.value());
    } else if (action instanceof Policy.Action.Drop drop) {
      text += drop.keeping().map(each -> " " + each).orElse("");
    } else if (action instanceof Policy.Action.Quarantine quarantine) {
      text += quarantine.keeping().map(each -> " " + each).orElse("");
    }
    return text + zone.above().map(each -> " above " + each).orElse("");
  }
}
