package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.check.internal.Alignment.Operand;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.expression.Level;
import java.util.List;

/** Keys: values of a row that are looked up or must be unique. */
final class Keys {

  private Keys() {}

  /** Each part of a key must come from the row. */
  static void refuseCoarse(List<Operand> key, String use, Scope scope) {
    for (Operand part : key) {
      Level level = Level.of(part.value());
      if (level != Level.ROW) {
        throw Refusal.of(
            scope
                .error(Code.E0303, "only what a row holds can be " + use, part.node().span())
                .caret(
                    level == Level.TABLE
                        ? "this judges the whole table"
                        : "this is the same for every row"));
      }
    }
  }

  static void refuseWithoutEquality(List<Operand> key, Scope scope) {
    for (Operand part : key) {
      if (!Families.haveEquality(part.type())) {
        throw Refusal.of(
            scope
                .error(
                    Code.E0501,
                    "values of type " + Wording.of(part.type()) + " cannot be compared",
                    part.node().span())
                .caret("this is " + Wording.of(part.type())));
      }
    }
  }
}
