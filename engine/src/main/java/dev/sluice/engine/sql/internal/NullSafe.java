package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.type.Type;
import java.util.List;
import org.apache.calcite.rex.RexNode;

/**
 * Equality that holds between two nulls, written as two plain equalities: PostgreSQL cannot hash IS
 * NOT DISTINCT FROM, and would compare every row with every group.
 */
final class NullSafe {

  private NullSafe() {}

  static RexNode equal(Terms terms, RexNode left, RexNode right, Type type) {
    String own = terms.own("same", "");
    if (!own.isEmpty()) {
      return terms.term(own, Type.BOOLEAN, left, right);
    }
    RexNode values =
        terms.term(
            "{0} = {1}",
            Type.BOOLEAN, substituted(terms, left, type), substituted(terms, right, type));
    RexNode nulls = terms.term("{0} = {1}", Type.BOOLEAN, terms.isNull(left), terms.isNull(right));
    return terms.and(List.of(values, nulls));
  }

  /** Any value of the type will do, since nulls are compared beside it. */
  private static RexNode substituted(Terms terms, RexNode value, Type type) {
    return switch (type.family()) {
      case TEXT -> terms.term("COALESCE({0}, '')", type, value);
      case INTEGER, DECIMAL, DOUBLE -> terms.term("COALESCE({0}, 0)", type, value);
      case BOOLEAN -> terms.term("COALESCE({0}, FALSE)", type, value);
      case DATE -> terms.term("COALESCE({0}, CAST('2000-01-01' AS {date}))", type, value);
      case TIMESTAMP ->
          terms.term("COALESCE({0}, CAST('2000-01-01 00:00:00' AS {timestamp}))", type, value);
      default -> terms.term("COALESCE(CAST({0} AS {text}), '')", Type.TEXT, value);
    };
  }
}
