package dev.sluice.engine.explain;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.dsl.function.Functions;
import java.util.ArrayList;
import java.util.List;

/** What the formats behind {@code is} stand for. */
final class Meanings {

  private static final String PREFIX = "is_";

  private Meanings() {}

  static boolean isFormat(String name) {
    return Functions.format(name).isPresent();
  }

  /** A line for each format of a check, in order of appearance. */
  static List<String> of(Expression check) {
    List<String> found = new ArrayList<>();
    Expressions.walk(
        check,
        each -> {
          if (each instanceof Expression.Apply apply
              && apply.function().name().startsWith(PREFIX)) {
            String name = apply.function().name().substring(PREFIX.length());
            String line = "`is " + name + "`: " + apply.function().documentation();
            if (!found.contains(line)) {
              found.add(line);
            }
          }
        });
    return found;
  }
}
