package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.syntax.Node;
import java.util.stream.Collectors;

/** The test of a check as text: what follows its value. */
final class TestWriter {

  private final NodeWriter nodes;

  TestWriter(NodeWriter nodes) {
    this.nodes = nodes;
  }

  static boolean isTest(Node node) {
    return node instanceof Node.Comparison
        || node instanceof Node.Between
        || node instanceof Node.InList
        || node instanceof Node.InTable
        || node instanceof Node.Like
        || node instanceof Node.Matches
        || node instanceof Node.Is;
  }

  /** What is tested. */
  static Node value(Node test) {
    if (test instanceof Node.Comparison comparison) {
      return comparison.left();
    }
    if (test instanceof Node.Between between) {
      return between.value();
    }
    if (test instanceof Node.InList list) {
      return list.value();
    }
    if (test instanceof Node.InTable table) {
      return table.value();
    }
    if (test instanceof Node.Like like) {
      return like.value();
    }
    return test instanceof Node.Matches matches ? matches.value() : ((Node.Is) test).value();
  }

  String text(Node test) {
    if (test instanceof Node.Comparison comparison) {
      String within = comparison.within().map(each -> " within " + nodes.value(each)).orElse("");
      return comparison.operator().symbol() + " " + nodes.value(comparison.right()) + within;
    }
    if (test instanceof Node.Between between) {
      String ends = nodes.value(between.low()) + " and " + nodes.value(between.high());
      return not(between.negated()) + "between " + ends;
    }
    if (test instanceof Node.InList list) {
      return not(list.negated()) + "in (" + nodes.values(list.items()) + ")";
    }
    if (test instanceof Node.InTable table) {
      return not(table.negated()) + "in " + columns(table);
    }
    if (test instanceof Node.Like like) {
      String escape = like.escape().map(each -> " escape " + Literals.text(each)).orElse("");
      return not(like.negated()) + "like " + Literals.text(like.pattern()) + escape;
    }
    if (test instanceof Node.Matches matches) {
      return not(matches.negated()) + "matches " + Literals.text(matches.pattern());
    }
    Node.Is is = (Node.Is) test;
    String arguments = is.arguments().isEmpty() ? "" : "(" + nodes.values(is.arguments()) + ")";
    return "is " + not(is.negated()) + is.name().text() + arguments;
  }

  private static String columns(Node.InTable test) {
    String columns =
        test.columns().stream().map(LineWriter::name).collect(Collectors.joining(", "));
    return LineWriter.path(test.table())
        + "."
        + (test.columns().size() == 1 ? columns : "(" + columns + ")");
  }

  private static String not(boolean negated) {
    return negated ? "not " : "";
  }
}
