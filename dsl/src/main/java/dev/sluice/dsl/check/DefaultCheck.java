package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Columns;
import dev.sluice.dsl.check.internal.Fitting;
import dev.sluice.dsl.check.internal.Refusal;
import dev.sluice.dsl.check.internal.Scope;
import dev.sluice.dsl.check.internal.Typing;
import dev.sluice.dsl.check.internal.Unknown;
import dev.sluice.dsl.check.internal.Wording;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.value.Evaluator;
import dev.sluice.dsl.value.Measures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code default [column =] value}: the column, a value that fits it, and a check that holds. */
final class DefaultCheck {

  private final Typing typing;

  DefaultCheck(Typing typing) {
    this.typing = typing;
  }

  Policy.Action.Default action(Line.Action.Default action, PolicyCheck.Judged judged, Scope scope) {
    Column column = column(action, judged, scope);
    Scope here = scope.defaultValue();
    Expression value =
        action.value() instanceof Node.NullLiteral
            ? new Constant(null, column.type())
            : Fitting.fit(
                typing.value(action.value(), here),
                column,
                action.value(),
                typing.given().zone(),
                here);
    refuseWithoutUse(action, column, judged, scope);
    if (value instanceof Constant constant && !here.notes().assumed()) {
      refuseViolation(constant, column, action, judged, scope);
    }
    return new Policy.Action.Default(column.name(), value);
  }

  private Column column(Line.Action.Default action, PolicyCheck.Judged judged, Scope scope) {
    if (action.column().isPresent()) {
      return typing.names().column(action.column().get(), scope);
    }
    if (judged.subject().isPresent()) {
      Name subject = new Name(judged.subject().get(), true, action.span());
      return typing.names().column(subject, scope);
    }
    List<String> columns = Columns.of(judged.check());
    throw Refusal.of(
        scope
            .error(Code.E0306, "`default` does not say which column it repairs", action.span())
            .caret(
                columns.isEmpty()
                    ? "the check names no column"
                    : "the check names "
                        + Wording.list(columns.stream().map(each -> "`" + each + "`").toList()))
            .help(
                "write "
                    + Wording.quoted(
                        "default "
                            + (columns.isEmpty() ? "column" : columns.get(0))
                            + " = "
                            + Wording.plain(action.value()))));
  }

  private static void refuseWithoutUse(
      Line.Action.Default action, Column column, PolicyCheck.Judged judged, Scope scope) {
    if (!Columns.of(judged.check()).contains(column.name())) {
      throw Refusal.of(
          scope.error(
              Code.E0505,
              "the rows would still violate the check: it does not read `" + column.name() + "`",
              action.column().map(Name::span).orElse(action.span())));
    }
  }

  /** A value that is known is put into the check; the other columns may hold anything. */
  private static void refuseViolation(
      Constant value,
      Column column,
      Line.Action.Default action,
      PolicyCheck.Judged judged,
      Scope scope) {
    if (judged.check() instanceof Expression.Unique unique) {
      if (value.value() != null && unique.key().size() == 1) {
        throw Refusal.of(
            scope
                .error(
                    Code.E0505,
                    "repaired rows would all hold " + Wording.of(action.value()),
                    action.value().span())
                .caret("a duplicate again")
                .help("use `quarantine`, or `quarantine keeping latest column`"));
      }
      return;
    }
    // A row that the repair takes out of `where` is not judged again.
    boolean leaves =
        judged
            .where()
            .filter(where -> Columns.of(where).contains(column.name()))
            .filter(where -> !Boolean.TRUE.equals(known(where, value, column)))
            .isPresent();
    if (Unknown.is(column.type()) || leaves) {
      return;
    }
    if (Boolean.FALSE.equals(known(judged.check(), value, column))) {
      throw Refusal.of(
          scope
              .error(
                  Code.E0505,
                  Wording.of(action.value()) + " violates the check that it repairs",
                  action.value().span())
              .label(
                  scope.text().at(judged.line().check().span()),
                  "this would be false of " + Wording.of(action.value())));
    }
  }

  /**
   * What a statement is whatever the other columns hold; null where they decide it, or where it is
   * undecided.
   */
  private static @Nullable Boolean known(Expression statement, Constant value, Column column) {
    if (statement instanceof Expression.And and) {
      return connective(and.parts(), false, value, column);
    }
    if (statement instanceof Expression.Or or) {
      return connective(or.parts(), true, value, column);
    }
    if (statement instanceof Expression.Not not) {
      Boolean operand = known(not.operand(), value, column);
      return operand == null ? null : !operand;
    }
    boolean alone =
        Columns.isDecidedByRow(statement)
            && List.of(column.name()).containsAll(Columns.of(statement));
    return alone
        ? (Boolean) Evaluator.evaluate(statement, name -> value.value(), Measures.NONE)
        : null;
  }

  // And (`decisive` false) or or (true): the decisive value wins, then what is not known.
  private static @Nullable Boolean connective(
      List<Expression> parts, boolean decisive, Constant value, Column column) {
    boolean unknown = false;
    for (Expression part : parts) {
      Boolean known = known(part, value, column);
      if (known != null && known == decisive) {
        return decisive;
      }
      unknown |= known == null;
    }
    return unknown ? null : !decisive;
  }
}
