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
import java.util.Optional;
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

  /** A value that is known is put into the check, where nothing else decides it. */
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
    if (Unknown.is(column.type())
        || !decides(judged.check(), column)
        || isFalse(judged.where(), value, column)) {
      return;
    }
    if (Boolean.FALSE.equals(evaluate(judged.check(), value))) {
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

  private static boolean decides(Expression check, Column column) {
    return Columns.isDecidedByRow(check) && Columns.of(check).equals(List.of(column.name()));
  }

  private static boolean isFalse(Optional<Expression> where, Constant value, Column column) {
    return where
        .filter(each -> decides(each, column))
        .map(each -> !Boolean.TRUE.equals(evaluate(each, value)))
        .orElse(false);
  }

  private static @Nullable Object evaluate(Expression check, Constant value) {
    return Evaluator.evaluate(check, name -> value.value(), Measures.NONE);
  }
}
