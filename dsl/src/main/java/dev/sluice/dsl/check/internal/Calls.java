package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.check.internal.Alignment.Operand;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.function.Metrics;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code name(...)}: a metric, a definition, the clock or a function. */
final class Calls {

  // words of the language whose meaning needs the history of a table
  private static final Set<String> LATER = Set.of("previous", "mean_of_last", "psi", "ks");

  private final Typing typing;
  private final Definitions definitions;
  private final Arithmetics arithmetics;
  private final MetricCalls metrics;

  Calls(Typing typing, Definitions definitions, Arithmetics arithmetics) {
    this.typing = typing;
    this.definitions = definitions;
    this.arithmetics = arithmetics;
    this.metrics = new MetricCalls(typing);
  }

  static Optional<Metric> metric(Name name) {
    return name.quoted() ? Optional.empty() : Metrics.find(name.text());
  }

  static boolean readsClock(Node.Call call) {
    String word = call.name().text().toLowerCase(Locale.ROOT);
    return word.equals("now") || word.equals("age");
  }

  /** True for functions, metrics, and what will be one. */
  static boolean isWord(String word) {
    return Functions.find(word).isPresent()
        || LATER.contains(word)
        || Metrics.find(word).isPresent();
  }

  /** True when a sentence can call the name as a function. */
  static boolean isFunction(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    return !word.startsWith("is_") && Functions.find(word).isPresent();
  }

  Expression call(Node.Call call, Scope scope) {
    String word = call.name().text().toLowerCase(Locale.ROOT);
    Optional<Metric> metric = metric(call.name());
    if (metric.isPresent()) {
      return metrics.measure(metric.get(), call, scope);
    }
    if (LATER.contains(word)) {
      throw Refusal.of(
          scope.error(
              Code.E0206, "`" + word + "` is not available in this version", call.name().span()));
    }
    Optional<Definitions.Definition> definition = definitions.find(call.name().text());
    Optional<Function> function = isFunction(word) ? Functions.find(word) : Optional.empty();
    if (definition.isEmpty() && function.isEmpty()) {
      throw Refusal.of(unknown(call, word, scope));
    }
    refuseMetricParts(call, scope);
    if (definition.isPresent()) {
      return definitions.expand(definition.get(), call.arguments(), call.span(), scope, typing);
    }
    if (word.equals("age") && call.arguments().size() == 1) {
      Node moment = call.arguments().get(0);
      Operand operand = new Operand(typing.value(moment, scope), moment);
      return arithmetics.age(now(scope), operand, scope);
    }
    if (word.equals("now") && call.arguments().isEmpty()) {
      return now(scope);
    }
    if (word.equals(Functions.REGEX_REPLACE)) {
      Patterns.refuseUnsearchable(call, scope);
    }
    return Application.of(
        function.orElseThrow(), call.arguments(), call.span(), word, typing, scope);
  }

  private Constant now(Scope scope) {
    scope.notes().readVariable(true);
    return new Constant(typing.given().now(), Type.TIMESTAMPTZ);
  }

  private static void refuseMetricParts(Node.Call call, Scope scope) {
    String shown = "`" + call.name().text() + "`";
    call.filter()
        .ifPresent(
            filter -> {
              throw Refusal.of(
                  scope
                      .error(
                          Code.E0502,
                          shown + " is not a metric and takes no `where`",
                          filter.span())
                      .help("put `where` behind the check"));
            });
    call.source()
        .ifPresent(
            source -> {
              String table = source.table().text();
              throw Refusal.of(
                  scope
                      .error(
                          Code.E0502,
                          shown + " is not a metric and cannot be taken from another table",
                          source.span())
                      .help(
                          call.bare()
                              ? "of a column it is `" + call.name().text() + "(" + table + ")`"
                              : "take a metric, such as `max(x) of " + table + "`"));
            });
  }

  private Diagnostic unknown(Node.Call call, String word, Scope scope) {
    boolean format = Functions.format(word).isPresent();
    boolean test = word.startsWith("is_") && Functions.find(word).isPresent();
    if (format || test) {
      String name = format ? word : word.substring(3);
      return scope
          .error(Code.E0403, "no function `" + call.name().text() + "`", call.name().span())
          .help("write `... is " + name + "`");
    }
    List<String> known = new ArrayList<>(definitions.names());
    for (Metric metric : Metric.values()) {
      known.add(metric.word());
    }
    if (!call.bare()) {
      Functions.all().stream().map(Function::name).filter(Calls::isFunction).forEach(known::add);
    }
    Diagnostic error =
        scope.error(
            Code.E0403,
            "no "
                + (call.bare() ? "metric" : "function or metric")
                + " `"
                + call.name().text()
                + "`",
            call.name().span());
    String synonym = Synonyms.call(word);
    String advice = synonym.isEmpty() ? DidYouMean.phrase(word, known) : synonym;
    return advice.isEmpty() ? error : error.help(advice);
  }
}
