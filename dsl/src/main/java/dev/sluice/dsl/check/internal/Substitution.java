package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.syntax.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The body of a definition as it reads with its arguments put in. */
final class Substitution {

  private final Map<String, Scope.Argument> arguments;

  private Substitution(Map<String, Scope.Argument> arguments) {
    this.arguments = arguments;
  }

  static Node of(Node node, Map<String, Scope.Argument> arguments) {
    return arguments.isEmpty() ? node : new Substitution(arguments).put(node);
  }

  private List<Node> put(List<Node> nodes) {
    return nodes.stream().map(this::put).toList();
  }

  private Optional<Node> put(Optional<Node> node) {
    return node.map(this::put);
  }

  private Node put(Node node) {
    if (node instanceof Node.Column column) {
      Scope.Argument argument =
          column.table().isPresent() || column.name().quoted()
              ? null
              : arguments.get(column.name().text().toLowerCase(Locale.ROOT));
      return argument == null ? column : argument.written();
    } else if (node instanceof Node.And and) {
      return new Node.And(put(and.parts()), and.span());
    } else if (node instanceof Node.Or or) {
      return new Node.Or(put(or.parts()), or.span());
    } else if (node instanceof Node.Not not) {
      return new Node.Not(put(not.operand()), not.span());
    } else if (node instanceof Node.Arithmetic sum) {
      return new Node.Arithmetic(
          sum.operator(), put(sum.left()), put(sum.right()), sum.operatorSpan(), sum.span());
    } else if (node instanceof Node.Negate negate) {
      return new Node.Negate(put(negate.operand()), negate.span());
    } else if (node instanceof Node.Tuple tuple) {
      return new Node.Tuple(put(tuple.items()), tuple.span());
    } else if (node instanceof Node.Call call) {
      return new Node.Call(
          call.name(),
          put(call.arguments()),
          put(call.filter()),
          call.source().map(each -> new Node.Source(each.table(), put(each.filter()), each.span())),
          call.bare(),
          call.span());
    }
    return test(node);
  }

  private Node test(Node node) {
    if (node instanceof Node.Comparison comparison) {
      return new Node.Comparison(
          put(comparison.left()),
          comparison.operator(),
          put(comparison.right()),
          put(comparison.within()),
          comparison.operatorSpan(),
          comparison.span());
    } else if (node instanceof Node.Between between) {
      return new Node.Between(
          put(between.value()),
          put(between.low()),
          put(between.high()),
          between.negated(),
          between.span());
    } else if (node instanceof Node.InList list) {
      return new Node.InList(put(list.value()), put(list.items()), list.negated(), list.span());
    } else if (node instanceof Node.InTable table) {
      return new Node.InTable(
          put(table.value()), table.table(), table.columns(), table.negated(), table.span());
    } else if (node instanceof Node.Like like) {
      return new Node.Like(
          put(like.value()), like.pattern(), like.escape(), like.negated(), like.span());
    } else if (node instanceof Node.Matches matches) {
      return new Node.Matches(
          put(matches.value()), matches.pattern(), matches.negated(), matches.span());
    } else if (node instanceof Node.Is is) {
      return new Node.Is(put(is.value()), is.negated(), is.name(), put(is.arguments()), is.span());
    }
    return node;
  }
}
