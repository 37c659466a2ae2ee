package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.table.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The predicates of {@code define:}. A use stands for its body: columns in the body are those of
 * the table where it is used, and the names of its arguments come before them.
 */
public final class Definitions {

  /**
   * One predicate.
   *
   * @param body absent when it did not parse, which was told
   */
  public record Definition(String name, List<String> arguments, Scalar text, Optional<Node> body) {}

  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  public Definitions(List<Definition> definitions) {
    definitions.forEach(each -> this.definitions.put(key(each.name()), each));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  Optional<Definition> find(String name) {
    return Optional.ofNullable(definitions.get(key(name)));
  }

  Collection<String> names() {
    return definitions.values().stream().map(Definition::name).sorted().toList();
  }

  /**
   * Reads the definitions that no sentence has used so far. Which table they are for is not known,
   * so that all columns are taken as they are.
   */
  public void checkUnused(Typing typing) {
    for (Definition each : List.copyOf(definitions.values())) {
      if (each.body().isPresent() && !used.contains(key(each.name()))) {
        Table nowhere = Unknown.table("");
        Map<String, Scope.Argument> given = new HashMap<>();
        for (String argument : each.arguments()) {
          Name name = new Name(argument, false, new Span(0, 0));
          given.put(
              key(argument),
              new Scope.Argument(
                  new Expression.ColumnValue(argument, Unknown.TYPE),
                  new Node.Column(Optional.empty(), name, name.span()),
                  nowhere));
        }
        Scope scope =
            Scope.of(each.text(), nowhere, Scope.Place.CHECK)
                .definition(key(each.name()), each.text(), given);
        typing.attempt(() -> typing.check(each.body().get(), scope));
      }
    }
  }

  /** The body with the arguments of a use. */
  Expression expand(
      Definition definition, List<Node> arguments, Span use, Scope scope, Typing typing) {
    used.add(key(definition.name()));
    String shown = "`" + definition.name() + "`";
    if (scope.definitions().contains(key(definition.name()))) {
      throw Refusal.of(scope.error(Code.E0407, shown + " is defined by itself", use));
    }
    int wanted = definition.arguments().size();
    if (arguments.size() != wanted) {
      throw Refusal.of(
          scope
              .error(
                  Code.E0502,
                  shown + " takes " + count(wanted) + ", and is given " + count(arguments.size()),
                  use)
              .help("it is defined as " + Wording.quoted(form(definition))));
    }
    List<Expression> values = typing.each(arguments, each -> typing.value(each, scope));
    Node body = definition.body().orElseThrow(Refusal::told);
    Map<String, Scope.Argument> given = new HashMap<>();
    for (int index = 0; index < wanted; index++) {
      Node written = Substitution.of(arguments.get(index), scope.arguments());
      given.put(
          key(definition.arguments().get(index)),
          new Scope.Argument(values.get(index), written, scope.relation()));
    }
    Scope inside = scope.definition(key(definition.name()), definition.text(), given);
    try {
      return typing.check(body, inside);
    } catch (Refusal refusal) {
      boolean oneFile = scope.text().file().equals(definition.text().file());
      throw wanted > 0 && oneFile ? refusal.label(scope.text().at(use), "used here") : refusal;
    }
  }

  private static String count(int arguments) {
    return arguments == 0
        ? "no arguments"
        : arguments == 1 ? "one argument" : arguments + " arguments";
  }

  private static String form(Definition definition) {
    return definition.arguments().isEmpty()
        ? definition.name()
        : definition.name() + "(" + String.join(", ", definition.arguments()) + ")";
  }
}
