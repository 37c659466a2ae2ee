package dev.sluice.engine.explain;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expressions;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** What is not said by the words alone where rows are compared with each other. */
final class Relations {

  private Relations() {}

  /** Begins with a semicolon; empty where rows are judged one by one. */
  static String note(Expression check) {
    Set<String> notes = new LinkedHashSet<>();
    Set<Expression> negated = new HashSet<>();
    Expressions.walk(
        check,
        each -> {
          if (each instanceof Expression.Not not) {
            negated.add(not.operand());
          }
          if (each instanceof Expression.Unique && !negated.contains(each)) {
            notes.add("; every row of a repeated key violates it, the first too");
          } else if (each instanceof Expression.Ordered) {
            notes.add(
                "; the row before is the last one with a value, the first row meets it, ties are in the"
                    + " order of the values");
          }
        });
    return String.join("", notes);
  }
}
