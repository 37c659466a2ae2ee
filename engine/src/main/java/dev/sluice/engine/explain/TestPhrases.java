package dev.sluice.engine.explain;

import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.syntax.Printer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One test in words, the negated ones included; what has no words of its own is told as it is. */
final class TestPhrases {

  /** So many values of a list are told. */
  private static final int MOST_VALUES = 8;

  private static final Set<String> ADJECTIVES = Set.of("blank", "empty");
  private static final Map<String, String> BEFORE =
      Map.of(
          "increasing", "less than",
          "strictly_increasing", "not more than",
          "decreasing", "more than",
          "strictly_decreasing", "not less than");

  private final Kinds kinds;
  private final boolean grouped;

  TestPhrases(Kinds kinds, boolean grouped) {
    this.kinds = kinds;
    this.grouped = grouped;
  }

  /** When the test is {@code truth}. */
  String when(Node node, boolean truth) {
    if (node instanceof Node.Comparison comparison) {
      return comparison(comparison, truth);
    } else if (node instanceof Node.Between between) {
      return between(between, between.negated() != truth);
    } else if (node instanceof Node.InList list) {
      return list(list, list.negated() != truth);
    } else if (node instanceof Node.InTable lookup) {
      return lookup(lookup, lookup.negated() != truth);
    } else if (node instanceof Node.Like like) {
      boolean alike = like.negated() != truth;
      String pattern = Printer.check(like.pattern());
      return said(like.value()) + (alike ? " is like " : " is not like ") + pattern;
    } else if (node instanceof Node.Matches matches) {
      boolean whole = matches.negated() != truth;
      String pattern = Printer.check(matches.pattern());
      return said(matches.value())
          + (whole ? " as a whole matches " : " as a whole does not match ")
          + pattern;
    } else if (node instanceof Node.Is is) {
      return is(is, is.negated() != truth);
    }
    return plainly(node, truth);
  }

  private String comparison(Node.Comparison node, boolean truth) {
    String left = said(node.left());
    String right = said(node.right());
    if (node.within().isPresent()) {
      boolean near = (node.operator() == Operator.EQUAL) == truth;
      Node within = node.within().get();
      boolean share = within instanceof Node.NumberLiteral number && number.percent();
      String distance = said(within) + (share ? " of " + right : "");
      return near
          ? left + " is at most " + distance + " away from " + right
          : left + " is more than " + distance + " away from " + right;
    }
    boolean moment = kinds.isMoment(node.left()) || kinds.isMoment(node.right());
    Operator operator = truth ? node.operator() : opposite(node.operator());
    if (isLiteral(node.left()) && !isLiteral(node.right())) {
      return compared(right, mirrored(operator), left, moment);
    }
    return compared(left, operator, right, moment);
  }

  private static String compared(String left, Operator operator, String right, boolean moment) {
    return switch (operator) {
      case LESS -> left + (moment ? " is before " : " is less than ") + right;
      case LESS_OR_EQUAL ->
          left + (moment ? " is at or before " + right : " is " + right + " or less");
      case GREATER -> left + (moment ? " is after " : " is more than ") + right;
      case GREATER_OR_EQUAL ->
          left + (moment ? " is at or after " + right : " is " + right + " or more");
      case EQUAL -> left + " is " + right;
      default -> left + " is other than " + right;
    };
  }

  private static Operator opposite(Operator operator) {
    return switch (operator) {
      case LESS -> Operator.GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> Operator.GREATER;
      case GREATER -> Operator.LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> Operator.LESS;
      case EQUAL -> Operator.NOT_EQUAL;
      default -> Operator.EQUAL;
    };
  }

  private static Operator mirrored(Operator operator) {
    return switch (operator) {
      case LESS -> Operator.GREATER;
      case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
      case GREATER -> Operator.LESS;
      case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
      default -> operator;
    };
  }

  private String between(Node.Between node, boolean inside) {
    String value = said(node.value());
    String low = said(node.low());
    String high = said(node.high());
    if (inside) {
      return value + " is from " + low + " to " + high + ", both included";
    }
    boolean moment = kinds.isMoment(node.value()) || kinds.isMoment(node.low());
    return value
        + (moment ? " is before " + low + " or after " : " is less than " + low + " or more than ")
        + high;
  }

  private static String list(Node.InList node, boolean inside) {
    String value = said(node.value());
    List<String> items = new ArrayList<>();
    node.items().stream().limit(MOST_VALUES).forEach(each -> items.add(said(each)));
    int more = node.items().size() - items.size();
    String listed = String.join(", ", items) + (more == 0 ? "" : " and " + more + " more");
    if (node.items().size() == 1) {
      return value + (inside ? " is " : " is other than ") + listed;
    }
    return value + (inside ? " is one of " : " is none of ") + listed;
  }

  private static String lookup(Node.InTable node, boolean inside) {
    String value = said(node.value());
    String table = Printer.path(node.table());
    if (node.columns().size() == 1) {
      String column = "`" + table + "." + Printer.name(node.columns().get(0)) + "`";
      return value + (inside ? " is" : " is not") + " among the values of " + column;
    }
    List<String> names = node.columns().stream().map(Printer::name).toList();
    String columns = "`" + table + ".(" + String.join(", ", names) + ")`";
    return value + (inside ? " is" : " is not") + " among the rows of " + columns;
  }

  private String is(Node.Is node, boolean truth) {
    String name = node.name().text().toLowerCase(Locale.ROOT);
    String value = said(node.value());
    if (name.equals("null")) {
      return value + (truth ? " is NULL" : " has a value");
    }
    if (name.equals("unique")) {
      String others = grouped ? "other row of its group" : "other row";
      return value + " is the same as in " + (truth ? "no " : "an") + others;
    }
    if (BEFORE.containsKey(name) && !truth) {
      String order = node.arguments().isEmpty() ? "" : " by " + said(node.arguments().get(0));
      String than = BEFORE.get(name);
      String shown =
          kinds.isMoment(node.value())
              ? than.replace("less", "earlier").replace("more", "later")
              : than;
      return value + " is " + shown + " in the row before it" + order;
    }
    if (Meanings.isFormat(name)) {
      String article =
          ADJECTIVES.contains(name) ? (truth ? "" : "not ") : truth ? "of the format " : "no ";
      return value + " is " + article + name + arguments(node);
    }
    return plainly(node, truth);
  }

  private static String arguments(Node.Is node) {
    return node.arguments().isEmpty()
        ? ""
        : "(" + String.join(", ", node.arguments().stream().map(Printer::check).toList()) + ")";
  }

  /** A value as it stands, code in backticks. */
  private static String said(Node node) {
    String text = Printer.check(node);
    return isLiteral(node) ? text : "`" + text + "`";
  }

  private static boolean isLiteral(Node node) {
    return node instanceof Node.NumberLiteral
        || node instanceof Node.TextLiteral
        || node instanceof Node.BooleanLiteral
        || node instanceof Node.DateLiteral
        || node instanceof Node.TimestampLiteral
        || node instanceof Node.InstantLiteral
        || node instanceof Node.DurationLiteral
        || (node instanceof Node.Negate negate && negate.operand() instanceof Node.NumberLiteral);
  }

  /** The text of the check, and that it is so. */
  static String plainly(Node node, boolean truth) {
    return "`" + Printer.check(node) + "` is " + truth;
  }
}
