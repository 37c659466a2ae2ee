package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.check.internal.Alignment.Operand;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code is NAME}: null, unique, the orders, formats, and what {@code define:} adds. */
public final class Predicates {

  private static final Set<String> ORDERS =
      Set.of("increasing", "strictly_increasing", "decreasing", "strictly_decreasing");

  private final Typing typing;
  private final Definitions definitions;

  Predicates(Typing typing, Definitions definitions) {
    this.typing = typing;
    this.definitions = definitions;
  }

  /** True when a name means something already, as a test, a function or a metric. */
  public static boolean isTaken(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    return word.equals("null")
        || word.equals("unique")
        || ORDERS.contains(word)
        || Functions.format(word).isPresent()
        || Calls.isWord(word);
  }

  /** True when a name is a test of its own, and needs `is` before it. */
  static boolean isTest(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    return word.equals("unique") || Functions.format(word).isPresent();
  }

  Expression is(Node.Is node, Scope scope) {
    Expression positive = positive(node, scope);
    return Folding.fold(node.negated() ? new Expression.Not(positive) : positive);
  }

  private Expression positive(Node.Is node, Scope scope) {
    String word = node.name().text().toLowerCase(Locale.ROOT);
    if (word.equals("null")) {
      refuseArguments(node, scope);
      return Folding.fold(new Expression.IsNull(typing.value(node.value(), scope)));
    }
    if (word.equals("unique")) {
      refuseArguments(node, scope);
      return unique(node, scope);
    }
    if (ORDERS.contains(word)) {
      return ordered(node, word, scope);
    }
    Optional<Definitions.Definition> definition = definitions.find(node.name().text());
    if (definition.isPresent()) {
      List<Node> arguments = new ArrayList<>(List.of(node.value()));
      arguments.addAll(node.arguments());
      return definitions.expand(definition.get(), arguments, node.span(), scope, typing);
    }
    Optional<Function> format = Functions.format(word);
    if (format.isEmpty()) {
      throw Refusal.of(unknown(node, scope));
    }
    List<Node> arguments = new ArrayList<>(List.of(node.value()));
    arguments.addAll(node.arguments());
    return Application.of(format.get(), arguments, node.span(), "is " + word, typing, scope);
  }

  private static void refuseArguments(Node.Is node, Scope scope) {
    if (!node.arguments().isEmpty()) {
      throw Refusal.of(
          scope.error(
              Code.E0502,
              "`is " + node.name().text() + "` takes nothing in brackets",
              node.arguments().get(0).span()));
    }
  }

  private Expression unique(Node.Is node, Scope scope) {
    refuseOutside(node, "is unique", scope);
    List<Operand> key =
        typing.each(
            Trees.tupleItems(node.value()), part -> new Operand(typing.value(part, scope), part));
    Keys.refuseCoarse(key, "unique", scope);
    Keys.refuseWithoutEquality(key, scope);
    return new Expression.Unique(key.stream().map(Operand::value).toList());
  }

  private Expression ordered(Node.Is node, String word, Scope scope) {
    refuseOutside(node, "is " + word, scope);
    if (node.arguments().size() != 1) {
      throw Refusal.of(
          scope
              .error(
                  Code.E0502,
                  "`is " + word + "` needs the column that orders the rows",
                  node.span())
              .help("such as `is " + word + "(updated_at)`"));
    }
    List<Operand> parts =
        typing.each(
            List.of(node.value(), node.arguments().get(0)),
            part -> new Operand(typing.value(part, scope), part));
    Keys.refuseCoarse(parts, "put in order", scope);
    for (Operand part : parts) {
      if (!Families.haveOrder(part.type())) {
        throw Refusal.of(
            scope
                .error(
                    Code.E0501,
                    "values of type " + Wording.of(part.type()) + " have no order",
                    part.node().span())
                .caret("this is " + Wording.of(part.type())));
      }
    }
    return new Expression.Ordered(
        parts.get(0).value(),
        parts.get(1).value(),
        word.endsWith("decreasing"),
        word.startsWith("strictly"));
  }

  private static void refuseOutside(Node.Is node, String test, Scope scope) {
    if (scope.place() == Scope.Place.CHECK) {
      return;
    }
    boolean metric = scope.place() == Scope.Place.METRIC;
    Diagnostic error =
        scope.error(
            Code.E0303,
            "`"
                + test
                + "` compares rows with each other and cannot stand "
                + (metric ? "inside a metric" : "here"),
            node.span());
    throw Refusal.of(
        error.help(
            metric
                ? "say it as a check on rows: "
                    + Wording.quoted(Wording.plain(node) + " for at least 99%")
                : "make it a line of its own"));
  }

  private Diagnostic unknown(Node.Is node, Scope scope) {
    List<String> known = new ArrayList<>(List.of("null", "unique"));
    known.addAll(ORDERS);
    known.addAll(definitions.names());
    Functions.all().stream()
        .map(Function::name)
        .filter(each -> each.startsWith("is_"))
        .forEach(each -> known.add(each.substring(3)));
    String synonym = Synonyms.test(node.name().text());
    String advice = synonym.isEmpty() ? DidYouMean.phrase(node.name().text(), known) : synonym;
    return scope
        .error(Code.E0403, "`is " + node.name().text() + "` is not known", node.name().span())
        .help(advice.isEmpty() ? "`define:` adds new ones" : advice);
  }
}
