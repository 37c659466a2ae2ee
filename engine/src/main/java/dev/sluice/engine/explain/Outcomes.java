package dev.sluice.engine.explain;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Operands;
import java.util.List;
import java.util.Set;

/**
 * What an expression can come to when some of its causes of NULL are there and the others are not:
 * three-valued logic over everything that is not known.
 */
final class Outcomes {

  static final int TRUE = 1;
  static final int FALSE = 2;
  static final int NULL = 4;

  /** Any value but NULL: of a statement true or false. */
  private static final int SOME = TRUE | FALSE;

  private final Set<Cause> there;

  Outcomes(Set<Cause> there) {
    this.there = there;
  }

  /** The sum of the outcomes that are possible. */
  int of(Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      Object value = constant.value();
      return value == null ? NULL : value instanceof Boolean truth ? (truth ? TRUE : FALSE) : SOME;
    }
    if (expression instanceof Expression.IsNull isNull) {
      int operand = of(isNull.operand());
      return ((operand & NULL) != 0 ? TRUE : 0) | ((operand & SOME) != 0 ? FALSE : 0);
    }
    if (expression instanceof Expression.Not not) {
      return negated(of(not.operand()));
    }
    if (expression instanceof Expression.And and) {
      return negated(any(and.parts().stream().map(part -> negated(of(part))).toList()));
    }
    if (expression instanceof Expression.Or or) {
      return any(or.parts().stream().map(this::of).toList());
    }
    if (expression instanceof Expression.Apply apply && apply.function().lenient()) {
      return switch (apply.function().name()) {
        case "coalesce" -> first(apply.arguments());
        case "if" -> chosen(apply.arguments());
        default -> SOME | NULL;
      };
    }
    if (Cause.of(expression).filter(there::contains).isPresent()) {
      return NULL;
    }
    boolean leaf =
        expression instanceof Expression.ColumnValue || expression instanceof Expression.Measure;
    return leaf ? SOME : strict(Operands.of(expression));
  }

  private static int negated(int outcome) {
    return (outcome & NULL)
        | ((outcome & TRUE) != 0 ? FALSE : 0)
        | ((outcome & FALSE) != 0 ? TRUE : 0);
  }

  /** Of an {@code or}: one true part decides, then one NULL. */
  private static int any(List<Integer> parts) {
    int result = FALSE;
    for (int part : parts) {
      int next = 0;
      for (int one : List.of(TRUE, FALSE, NULL)) {
        for (int other : List.of(TRUE, FALSE, NULL)) {
          if ((result & one) != 0 && (part & other) != 0) {
            boolean decided = one == TRUE || other == TRUE;
            next |= decided ? TRUE : one == NULL || other == NULL ? NULL : FALSE;
          }
        }
      }
      result = next;
    }
    return result;
  }

  /** NULL where one operand is. */
  private int strict(List<Expression> operands) {
    int result = SOME;
    for (Expression operand : operands) {
      int outcome = of(operand);
      if (outcome == NULL) {
        return NULL;
      }
      result |= outcome & NULL;
    }
    return result;
  }

  private int first(List<Expression> values) {
    int result = 0;
    for (Expression value : values) {
      int outcome = of(value);
      result |= outcome & SOME;
      if ((outcome & NULL) == 0) {
        return result;
      }
    }
    return result | NULL;
  }

  private int chosen(List<Expression> arguments) {
    int check = of(arguments.get(0));
    int result = (check & TRUE) != 0 ? of(arguments.get(1)) : 0;
    return (check & (FALSE | NULL)) != 0 ? result | of(arguments.get(2)) : result;
  }
}
