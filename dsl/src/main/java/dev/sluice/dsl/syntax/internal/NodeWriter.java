package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Operator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks and values as text, with the brackets that are needed and no others. */
final class NodeWriter {

  // how tightly a construct binds, loosest first
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int TEST = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int SIGNED = 7;
  private static final int PRIMARY = 8;

  private final Optional<Name> subject;

  NodeWriter(Optional<Name> subject) {
    this.subject = subject;
  }

  String text(Node node) {
    return at(OR, node);
  }

  /** As an operand of a comparison. */
  String value(Node node) {
    return at(SUM, node);
  }

  /** A check whose test, when it is of the subject and begins with a word, stands alone. */
  String bare(Node check) {
    String text = text(check);
    boolean test =
        TestWriter.isTest(check)
            && !(check instanceof Node.Comparison)
            && isSubject(TestWriter.value(check));
    return test ? text.substring("value ".length()) : text;
  }

  String column(Name name) {
    return isSubject(name) ? "value" : LineWriter.name(name);
  }

  String columns(List<Name> names) {
    return names.stream().map(this::column).collect(Collectors.joining(", "));
  }

  private boolean isSubject(Node node) {
    return node instanceof Node.Column column
        && column.table().isEmpty()
        && isSubject(column.name());
  }

  private boolean isSubject(Name name) {
    return subject.map(LineWriter::name).filter(LineWriter.name(name)::equals).isPresent();
  }

  private String at(int binding, Node node) {
    String text = write(node);
    return binding(node) < binding ? "(" + text + ")" : text;
  }

  private static int binding(Node node) {
    if (node instanceof Node.Or) {
      return OR;
    }
    if (node instanceof Node.And) {
      return AND;
    }
    if (node instanceof Node.Not) {
      return NOT;
    }
    if (TestWriter.isTest(node)) {
      return TEST;
    }
    if (node instanceof Node.Arithmetic arithmetic) {
      boolean sum =
          arithmetic.operator() == Operator.ADD || arithmetic.operator() == Operator.SUBTRACT;
      return sum ? SUM : PRODUCT;
    }
    return node instanceof Node.Negate ? SIGNED : PRIMARY;
  }

  private String write(Node node) {
    if (node instanceof Node.Or or) {
      return joined(" or ", AND, or.parts());
    }
    if (node instanceof Node.And and) {
      return joined(" and ", NOT, and.parts());
    }
    if (node instanceof Node.Not not) {
      return "not " + at(NOT, not.operand());
    }
    if (TestWriter.isTest(node)) {
      return value(TestWriter.value(node)) + " " + new TestWriter(this).text(node);
    }
    if (node instanceof Node.Arithmetic arithmetic) {
      int own = binding(node);
      String sign = " " + arithmetic.operator().symbol() + " ";
      return at(own, arithmetic.left()) + sign + at(own + 1, arithmetic.right());
    }
    if (node instanceof Node.Negate negate) {
      return "-" + at(PRIMARY, negate.operand());
    }
    if (node instanceof Node.Tuple tuple) {
      return "(" + items(tuple.items()) + ")";
    }
    if (node instanceof Node.Call call) {
      return call(call);
    }
    if (node instanceof Node.Column column) {
      return column
          .table()
          .map(table -> LineWriter.path(table) + "." + LineWriter.name(column.name()))
          .orElseGet(() -> column(column.name()));
    }
    return Literals.text(node);
  }

  String items(List<Node> nodes) {
    return joined(", ", OR, nodes);
  }

  /** In a list of {@code in}, where no check may stand without brackets. */
  String values(List<Node> nodes) {
    return joined(", ", SUM, nodes);
  }

  private String joined(String between, int binding, List<Node> nodes) {
    return nodes.stream().map(node -> at(binding, node)).collect(Collectors.joining(between));
  }

  private String call(Node.Call call) {
    String source = call.source().map(each -> " of " + source(each)).orElse("");
    if (call.bare()) {
      return call.name().text() + source;
    }
    String space = call.arguments().isEmpty() ? "" : " ";
    String filter = call.filter().map(each -> space + "where " + text(each)).orElse("");
    return call.name().text() + "(" + items(call.arguments()) + filter + ")" + source;
  }

  private String source(Node.Source source) {
    String table = LineWriter.path(source.table());
    return source
        .filter()
        .map(filter -> "(" + table + " where " + text(filter) + ")")
        .orElse(table);
  }
}
