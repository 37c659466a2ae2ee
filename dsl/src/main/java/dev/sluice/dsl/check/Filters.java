package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Refusal;
import dev.sluice.dsl.check.internal.Scope;
import dev.sluice.dsl.check.internal.Typing;
import dev.sluice.dsl.check.internal.Wording;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.table.Table;

/** {@code where} and {@code slice}: checks that pick rows. */
final class Filters {

  private Filters() {}

  static Expression rows(Node node, Scalar text, Table table, Scope.Place place, Typing typing) {
    Scope scope = Scope.of(text, table, place);
    Expression filter = typing.check(node, scope);
    boolean never =
        filter instanceof Constant constant
            && !scope.notes().variable()
            && !Boolean.TRUE.equals(constant.value());
    if (never) {
      throw Refusal.of(scope.error(Code.E0504, Wording.of(node) + " picks no row", node.span()));
    }
    return filter;
  }
}
