package dev.sluice.connectors.sqlite;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sqlite.Function;

/** A percentile: interpolated between doubles, or one of the values, texts included. */
final class Percentile extends Function.Aggregate {

  private static final int INTEGER = 1;
  private static final int FLOAT = 2;
  private static final int NULL = 5;

  private final boolean isInterpolated;
  private double[] numbers = new double[16];
  private int count;
  private List<Object> values = new ArrayList<>();
  private BigDecimal fraction = BigDecimal.ZERO;

  Percentile(boolean isInterpolated) {
    this.isInterpolated = isInterpolated;
  }

  /** SQLite clones the registered object: what it collects must be its own. */
  @Override
  public Object clone() throws CloneNotSupportedException {
    Percentile fresh = (Percentile) super.clone();
    fresh.numbers = new double[16];
    fresh.values = new ArrayList<>();
    return fresh;
  }

  @Override
  protected void xStep() throws SQLException {
    int kind = value_type(0);
    if (kind == NULL) {
      return;
    }
    fraction = new BigDecimal(value_text(1));
    if (isInterpolated) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = value_double(0);
    } else {
      values.add(
          kind == INTEGER
              ? (Object) value_long(0)
              : kind == FLOAT ? (Object) value_double(0) : value_text(0));
    }
  }

  @Override
  protected void xFinal() throws SQLException {
    if (isInterpolated) {
      interpolated();
    } else {
      discrete();
    }
  }

  private void interpolated() throws SQLException {
    if (count == 0) {
      result();
      return;
    }
    double[] sorted = Arrays.copyOf(numbers, count);
    Arrays.sort(sorted);
    BigDecimal rank = fraction.multiply(BigDecimal.valueOf(count - 1L));
    int below = rank.setScale(0, RoundingMode.FLOOR).intValueExact();
    double share = rank.subtract(BigDecimal.valueOf(below)).doubleValue();
    result(
        share == 0 || sorted[below] == sorted[below + 1]
            ? sorted[below]
            : sorted[below] + (sorted[below + 1] - sorted[below]) * share);
  }

  private void discrete() throws SQLException {
    if (values.isEmpty()) {
      result();
      return;
    }
    values.sort(Percentile::compare);
    int rank =
        fraction
            .multiply(BigDecimal.valueOf(values.size()))
            .setScale(0, RoundingMode.CEILING)
            .intValueExact();
    Object value = values.get(Math.max(0, rank - 1));
    if (value instanceof Long whole) {
      result(whole.longValue());
    } else if (value instanceof Double number) {
      result(number.doubleValue());
    } else {
      result(value.toString());
    }
  }

  private static int compare(Object one, Object other) {
    if (one instanceof Long left && other instanceof Long right) {
      return Long.compare(left, right);
    }
    if (one instanceof Number left && other instanceof Number right) {
      return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
    }
    return Arrays.compare(
        one.toString().codePoints().toArray(), other.toString().codePoints().toArray());
  }
}
