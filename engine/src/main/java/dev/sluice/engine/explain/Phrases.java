package dev.sluice.engine.explain;

import dev.sluice.dsl.syntax.Node;
import java.util.ArrayList;
import java.util.List;

/** A check as a statement in words that says when it is true, or when it is false. */
final class Phrases {

  private final TestPhrases tests;

  /**
   * @param grouped whether rows are compared within their group alone
   */
  Phrases(Kinds kinds, boolean grouped) {
    this.tests = new TestPhrases(kinds, grouped);
  }

  /** When the check is {@code truth}. */
  String when(Node check, boolean truth) {
    if (check instanceof Node.Not not) {
      return when(not.operand(), !truth);
    }
    if (check instanceof Node.And and) {
      return joined(and.parts(), truth, truth ? " and " : ", or ");
    }
    if (check instanceof Node.Or or) {
      return joined(or.parts(), truth, truth ? ", or " : " and ");
    }
    return tests.when(check, truth);
  }

  private String joined(List<Node> parts, boolean truth, String between) {
    boolean together = between.equals(" and ");
    List<String> told = new ArrayList<>();
    for (Node part : parts) {
      boolean alone = isTest(part) && !(together && hasTwoEnds(part, truth));
      boolean simple = !together && isOfTests(part, truth);
      told.add(alone || simple ? when(part, truth) : TestPhrases.plainly(part, truth));
    }
    return String.join(between, told);
  }

  private static boolean isTest(Node node) {
    return node instanceof Node.Not not
        ? isTest(not.operand())
        : !(node instanceof Node.And || node instanceof Node.Or);
  }

  /** Whether it is one comparison and nothing else. */
  static boolean isComparison(Node node) {
    return node instanceof Node.Not not
        ? isComparison(not.operand())
        : node instanceof Node.Comparison || node instanceof Node.Between;
  }

  /** An "and" of tests within an "or" reads well; the other way round it does not. */
  private boolean isOfTests(Node node, boolean truth) {
    if (node instanceof Node.Not not) {
      return isOfTests(not.operand(), !truth);
    }
    List<Node> parts =
        node instanceof Node.And and && truth
            ? and.parts()
            : node instanceof Node.Or or && !truth ? or.parts() : List.of();
    return !parts.isEmpty() && parts.stream().allMatch(Phrases::isTest);
  }

  private static boolean hasTwoEnds(Node node, boolean truth) {
    return node instanceof Node.Not not
        ? hasTwoEnds(not.operand(), !truth)
        : node instanceof Node.Between between && between.negated() == truth;
  }
}
