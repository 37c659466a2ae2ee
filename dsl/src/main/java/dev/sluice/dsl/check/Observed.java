package dev.sluice.dsl.check;

import dev.sluice.dsl.syntax.Node;
import java.util.Optional;

/** What stands left of the test of a check. */
final class Observed {

  private Observed() {}

  static Optional<Node> node(Node check) {
    if (check instanceof Node.Not not) {
      return node(not.operand());
    } else if (check instanceof Node.Comparison comparison) {
      return single(comparison.left());
    } else if (check instanceof Node.Between between) {
      return single(between.value());
    } else if (check instanceof Node.InList list) {
      return single(list.value());
    } else if (check instanceof Node.Like like) {
      return single(like.value());
    } else if (check instanceof Node.Matches matches) {
      return single(matches.value());
    } else if (check instanceof Node.Is is) {
      return single(is.value());
    }
    return Optional.empty();
  }

  private static Optional<Node> single(Node node) {
    return node instanceof Node.Tuple ? Optional.empty() : Optional.of(node);
  }
}
