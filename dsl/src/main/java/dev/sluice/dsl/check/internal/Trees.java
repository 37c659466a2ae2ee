package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Walks over syntax trees. */
public final class Trees {

  private Trees() {}

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

  /** The first node, in the order of the text, that is wanted. */
  public static Optional<Node> first(Node node, Predicate<Node> wanted) {
    return all(node).stream().filter(wanted).findFirst();
  }

  /** The items of a tuple; anything else is its own one item. */
  static List<Node> tupleItems(Node node) {
    return node instanceof Node.Tuple tuple ? tuple.items() : List.of(node);
  }

  /** The first metric of a tree. */
  public static Optional<Node> metric(Node node) {
    return first(
        node, each -> each instanceof Node.Call call && Calls.metric(call.name()).isPresent());
  }

  /** True when another run may see another value: a parameter or the clock. */
  static boolean readsVariable(Node node) {
    return first(
            node,
            each ->
                each instanceof Node.Parameter
                    || (each instanceof Node.Call call && Calls.readsClock(call)))
        .isPresent();
  }
}
