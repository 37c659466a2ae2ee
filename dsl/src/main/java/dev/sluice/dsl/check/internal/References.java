package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.ColumnValue;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.table.Column;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A bare name: an argument of a definition, a column, a definition; and parameters. */
final class References {

  private final Typing typing;
  private final Definitions definitions;

  References(Typing typing, Definitions definitions) {
    this.typing = typing;
    this.definitions = definitions;
  }

  Expression column(Node.Column node, Scope scope) {
    if (node.table().isPresent()) {
      throw Refusal.of(foreign(node, node.table().get(), scope));
    }
    Name name = node.name();
    Scope.Argument argument = scope.arguments().get(name.text().toLowerCase(Locale.ROOT));
    if (argument != null && !name.quoted()) {
      return argument(argument, node, scope);
    }
    Optional<Definitions.Definition> definition =
        name.quoted() ? Optional.empty() : definitions.find(name.text());
    Optional<Column> column = typing.names().find(name, scope.relation(), scope);
    if (definition.isPresent() && (column.isEmpty() || Unknown.is(scope.relation()))) {
      return definitions.expand(definition.get(), List.of(), node.span(), scope, typing);
    }
    if (definition.isPresent()) {
      throw Refusal.of(
          scope
              .error(Code.E0405, "`" + name.text() + "` is a column and a definition", node.span())
              .help("write `\"" + column.get().name() + "\"` for the column"));
    }
    Column found = column.orElseGet(() -> typing.names().column(name, scope));
    return new ColumnValue(found.name(), found.type());
  }

  private static Expression argument(Scope.Argument argument, Node.Column node, Scope scope) {
    Level level = Level.of(argument.value());
    if (level == Level.ROW && !argument.relation().equals(scope.relation())) {
      throw Refusal.of(
          scope
              .error(
                  Code.E0303, Wording.of(node) + " is a column of another table here", node.span())
              .help("a definition reads its arguments in the table of the line"));
    }
    if (level == Level.TABLE && scope.place() == Scope.Place.METRIC) {
      throw Refusal.of(
          scope
              .error(Code.E0303, "a metric cannot stand inside a metric", node.span())
              .caret("this stands for " + Wording.of(argument.written())));
    }
    return argument.value();
  }

  private static Diagnostic foreign(Node.Column node, Path table, Scope scope) {
    String column = node.name().text();
    Name last = table.parts().get(table.parts().size() - 1);
    List<String> own = scope.relation().path();
    boolean same =
        table.text().equalsIgnoreCase(scope.relation().display())
            || (!own.isEmpty() && own.get(own.size() - 1).equalsIgnoreCase(last.text()));
    if (same) {
      return scope
          .error(Code.E0303, "a column stands without its table's name", node.span())
          .help("write `" + column + "`");
    }
    return scope
        .error(
            Code.E0303,
            Wording.of(node) + " is not one value: which row of `" + table.text() + "`?",
            node.span())
        .help(
            "look a value up with `... in "
                + table.text()
                + "."
                + column
                + "`, or take a metric: `max("
                + column
                + ") of "
                + table.text()
                + "`");
  }

  Expression parameter(Node.Parameter node, Scope scope) {
    Given given = typing.given();
    Constant value = given.parameters().get(node.name());
    if (value == null) {
      Diagnostic error =
          scope.error(Code.E0404, "no parameter `$" + node.name() + "`", node.span());
      List<String> near = DidYouMean.suggest(node.name(), given.parameters().keySet());
      String advice = DidYouMean.phrase(near.stream().map(each -> "$" + each).toList());
      throw Refusal.of(
          error.help(
              advice.isEmpty()
                  ? "declare it: `params: {" + node.name() + ": {type: text}}`"
                  : advice));
    }
    scope.notes().readVariable(!given.withoutValue().contains(node.name()));
    return value;
  }
}
