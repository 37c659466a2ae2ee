package dev.sluice.dsl.syntax;

import java.util.ArrayList;
import java.util.List;

/** Walks over syntax trees. */
public final class Nodes {

  private Nodes() {}

  /** The direct parts of a node, in the order of the text. */
  public static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    if (node instanceof Node.And and) {
      children.addAll(and.parts());
    } else if (node instanceof Node.Or or) {
      children.addAll(or.parts());
    } else if (node instanceof Node.Not not) {
      children.add(not.operand());
    } else if (node instanceof Node.Comparison comparison) {
      children.add(comparison.left());
      children.add(comparison.right());
      comparison.within().ifPresent(children::add);
    } else if (node instanceof Node.Between between) {
      children.addAll(List.of(between.value(), between.low(), between.high()));
    } else if (node instanceof Node.InList list) {
      children.add(list.value());
      children.addAll(list.items());
    } else if (node instanceof Node.InTable table) {
      children.add(table.value());
    } else if (node instanceof Node.Like like) {
      children.add(like.value());
    } else if (node instanceof Node.Matches matches) {
      children.add(matches.value());
    } else if (node instanceof Node.Is is) {
      children.add(is.value());
      children.addAll(is.arguments());
    } else if (node instanceof Node.Arithmetic arithmetic) {
      children.addAll(List.of(arithmetic.left(), arithmetic.right()));
    } else if (node instanceof Node.Negate negate) {
      children.add(negate.operand());
    } else if (node instanceof Node.Tuple tuple) {
      children.addAll(tuple.items());
    } else if (node instanceof Node.Call call) {
      children.addAll(call.arguments());
      call.filter().ifPresent(children::add);
      call.source().flatMap(Node.Source::filter).ifPresent(children::add);
    }
    return children;
  }

  /** The node and everything below it, parents first, in the order of the text. */
  public static List<Node> all(Node node) {
    List<Node> found = new ArrayList<>();
    collect(node, found);
    return found;
  }

  private static void collect(Node node, List<Node> found) {
    found.add(node);
    children(node).forEach(each -> collect(each, found));
  }
}
