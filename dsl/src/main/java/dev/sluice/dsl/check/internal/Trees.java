package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Walks over syntax trees. */
public final class Trees {

  private Trees() {}

  /** The node and everything below it, parents first, in the order of the text. */
  public static List<Node> all(Node node) {
    return Nodes.all(node);
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
