package dev.sluice.benchmarks;

import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.judge.Judge;
import dev.sluice.engine.plan.Measurement.Result;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** What was measured, without a database: a few rows of each line are at fault. */
final class GivenValues implements Judge.Measured {

  private static final long ROWS = 1_000;
  private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 1, 1, 0, 0);

  @Override
  public Result.Tallied tally() {
    return new Result.Tallied(ROWS, 7, 3);
  }

  @Override
  public Result.Grouped groups() {
    return new Result.Grouped(ROWS, 7);
  }

  @Override
  public Object value(Measure measure) {
    if (measure.type().is(Type.Family.DOUBLE)) {
      return 0.5;
    }
    return measure.type().is(Type.Family.TIMESTAMP) ? MOMENT : BigDecimal.ONE;
  }

  @Override
  public long rows() {
    return ROWS;
  }
}
