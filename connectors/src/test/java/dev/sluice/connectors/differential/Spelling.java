package dev.sluice.connectors.differential;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.expression.Expression.And;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.expression.Expression.ColumnValue;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.In;
import dev.sluice.dsl.expression.Expression.IsNull;
import dev.sluice.dsl.expression.Expression.Like;
import dev.sluice.dsl.expression.Expression.Matches;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.dsl.expression.Expression.Or;
import dev.sluice.dsl.expression.Expression.Ordered;
import dev.sluice.dsl.expression.Expression.Unique;
import dev.sluice.dsl.pattern.RegexPrinter;
import dev.sluice.dsl.type.Type.Family;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Typed expressions as sentences that are typed to the same again. What no literal spells, such as
 * NaN, becomes a parameter.
 */
final class Spelling {

  /** What the parser reads again. */
  private static final RegexPrinter.Style PATTERN = new RegexPrinter.Style("^", "$", "", "", "%c");

  private final Map<String, String> parameters = new LinkedHashMap<>();

  /** Texts of doubles by parameter. */
  Map<String, String> parameters() {
    return parameters;
  }

  /** A statement or a value. */
  String of(Expression expression) {
    if (expression instanceof And and) {
      return joined(and.parts(), " and ");
    }
    if (expression instanceof Or or) {
      return joined(or.parts(), " or ");
    }
    if (expression instanceof Not not) {
      return "not (" + of(not.operand()) + ")";
    }
    if (expression instanceof Compare compare) {
      return compared(compare);
    }
    if (expression instanceof IsNull isNull) {
      return value(isNull.operand()) + " is null";
    }
    if (expression instanceof In in) {
      return of(in.value()) + " in " + tuple(in.items());
    }
    if (expression instanceof Like like) {
      return of(like.value()) + " like " + text(like.pattern());
    }
    if (expression instanceof Matches matches) {
      return of(matches.value())
          + " matches "
          + text(RegexPrinter.printSearched(matches.pattern(), PATTERN));
    }
    return looking(expression);
  }

  /** Statements that look at other rows; else a value. */
  private String looking(Expression expression) {
    if (expression instanceof Unique unique) {
      return key(unique.key()) + " is unique";
    }
    if (expression instanceof Among among) {
      String table = among.table().display();
      String columns = String.join(", ", among.columns());
      return key(among.key())
          + " in "
          + table
          + "."
          + (among.columns().size() == 1 ? columns : "(" + columns + ")");
    }
    if (expression instanceof Ordered ordered) {
      String word = ordered.descending() ? "decreasing" : "increasing";
      return of(ordered.value())
          + " is "
          + (ordered.strict() ? "strictly_" : "")
          + word
          + "("
          + of(ordered.by())
          + ")";
    }
    if (expression instanceof ColumnValue column) {
      return column.name();
    }
    if (expression instanceof Constant constant) {
      return constant(constant);
    }
    return expression instanceof Measure measure ? measure(measure) : call((Apply) expression);
  }

  /** {@code b = true} is written {@code b}. */
  private String compared(Compare compare) {
    return compare.right() instanceof Constant constant && Boolean.TRUE.equals(constant.value())
        ? of(compare.left())
        : value(compare.left()) + " " + compare.operator().symbol() + " " + value(compare.right());
  }

  private String call(Apply apply) {
    String name = apply.function().name();
    List<String> arguments = apply.arguments().stream().map(this::value).toList();
    return name.length() == 1
        ? "(" + arguments.get(0) + " " + name + " " + arguments.get(1) + ")"
        : name + "(" + String.join(", ", arguments) + ")";
  }

  private String measure(Measure measure) {
    String arguments = measure.arguments().stream().map(this::of).collect(Collectors.joining(", "));
    String filter = measure.filter().map(each -> "where " + of(each)).orElse("");
    String inside = (arguments + " " + filter).strip();
    String source = measure.table().map(each -> " of " + each.display()).orElse("");
    String word = measure.metric().word();
    // without brackets, a filter stands with the other table
    boolean bare = arguments.isEmpty() && filter.isEmpty();
    return (bare ? word : word + "(" + inside + ")") + source;
  }

  private String value(Expression expression) {
    boolean statement =
        expression.type().is(Family.BOOLEAN) && !(expression instanceof ColumnValue);
    return statement ? "(" + of(expression) + ")" : of(expression);
  }

  private String key(List<? extends Expression> key) {
    return key.size() == 1 ? of(key.get(0)) : tuple(key);
  }

  private String tuple(List<? extends Expression> items) {
    return items.stream().map(this::of).collect(Collectors.joining(", ", "(", ")"));
  }

  private String joined(List<Expression> parts, String joint) {
    return parts.stream()
        .map(each -> each instanceof And || each instanceof Or ? "(" + of(each) + ")" : of(each))
        .collect(Collectors.joining(joint));
  }

  private String constant(Constant constant) {
    Object value = constant.value();
    if (value instanceof Double number) {
      String name = "double_" + Long.toHexString(Double.doubleToRawLongBits(number));
      parameters.put(name, number.toString());
      return "$" + name;
    }
    if (value instanceof LocalDateTime moment) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
    }
    return value instanceof String text ? text(text) : String.valueOf(value);
  }

  private static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
