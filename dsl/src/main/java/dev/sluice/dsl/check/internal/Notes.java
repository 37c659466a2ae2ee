package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.expression.Expression;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the typing of one line comes across besides its result. */
public final class Notes {

  private final Map<String, Expression> metrics = new LinkedHashMap<>();
  private boolean variable;
  private boolean assumed;

  /** Canonical text to metric, in order of appearance. */
  public Map<String, Expression> metrics() {
    return metrics;
  }

  void metric(String text, Expression measure) {
    metrics.putIfAbsent(text, measure);
  }

  /** True when a parameter or the clock was read: another run may see another value. */
  public boolean variable() {
    return variable;
  }

  /** True when a parameter without a value was read, which only lint allows. */
  public boolean assumed() {
    return assumed;
  }

  void readVariable(boolean known) {
    variable = true;
    assumed |= !known;
  }
}
