package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.expression.Expression.Constant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * What is known before any data is read.
 *
 * @param parameters the suite's, by name
 * @param withoutValue those among them that have none, which only lint allows
 * @param now the one reading of the clock
 */
public record Given(
    Map<String, Constant> parameters, Set<String> withoutValue, Instant now, ZoneId zone) {

  public Given {
    parameters = Map.copyOf(parameters);
    withoutValue = Set.copyOf(withoutValue);
  }
}
