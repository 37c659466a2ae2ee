package dev.sluice.connectors.sqlite;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlite.Function;

/** The aggregates that a connection gets. SQLite clones one of these for each group. */
final class Aggregates {

  private static final int NULL = 5;
  private static final int INTEGER = 1;

  private Aggregates() {}

  static Map<String, Function> all() {
    Map<String, Function> all = new LinkedHashMap<>();
    all.put("sluice_sum", new Sum());
    all.put("sluice_var_pop", new Spread(false, false));
    all.put("sluice_var_samp", new Spread(true, false));
    all.put("sluice_stddev_pop", new Spread(false, true));
    all.put("sluice_stddev_samp", new Spread(true, true));
    all.put("sluice_corr", new Correlation());
    all.put("sluice_percentile_cont", new Percentile(true));
    all.put("sluice_percentile_disc", new Percentile(false));
    return all;
  }

  /** The exact sum of exact numbers. */
  private static final class Sum extends Function.Aggregate {

    private BigDecimal sum = BigDecimal.ZERO;
    private boolean isEmpty = true;

    @Override
    protected void xStep() throws SQLException {
      int kind = value_type(0);
      if (kind != NULL) {
        isEmpty = false;
        sum =
            sum.add(
                kind == INTEGER
                    ? BigDecimal.valueOf(value_long(0))
                    : Exact.decimal(value_double(0)));
      }
    }

    @Override
    protected void xFinal() throws SQLException {
      if (isEmpty) {
        result();
        return;
      }
      try {
        Number stored = Exact.stored(sum);
        if (stored instanceof Long whole) {
          result(whole.longValue());
        } else {
          result(stored.doubleValue());
        }
      } catch (ArithmeticException tooLong) {
        error(String.valueOf(tooLong.getMessage()));
      }
    }
  }

  /** Variance and deviation by the running mean; Welford (1962). */
  private static final class Spread extends Function.Aggregate {

    private final boolean ofSample;
    private final boolean root;
    private long count;
    private double mean;
    private double squares;

    Spread(boolean ofSample, boolean root) {
      this.ofSample = ofSample;
      this.root = root;
    }

    @Override
    protected void xStep() throws SQLException {
      if (value_type(0) != NULL) {
        double value = value_double(0);
        count++;
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
      }
    }

    @Override
    protected void xFinal() throws SQLException {
      long divisor = ofSample ? count - 1 : count;
      if (divisor < 1) {
        result();
        return;
      }
      double variance = squares / divisor;
      result(root ? Math.sqrt(variance) : variance);
    }
  }

  /** Pearson's coefficient over rows with both values, by running means; after Welford (1962). */
  private static final class Correlation extends Function.Aggregate {

    private long count;
    private double leftMean;
    private double rightMean;
    private double leftSquares;
    private double rightSquares;
    private double products;

    @Override
    protected void xStep() throws SQLException {
      if (value_type(0) == NULL || value_type(1) == NULL) {
        return;
      }
      double left = value_double(0);
      double right = value_double(1);
      count++;
      double leftBefore = left - leftMean;
      double rightBefore = right - rightMean;
      leftMean += leftBefore / count;
      rightMean += rightBefore / count;
      leftSquares += leftBefore * (left - leftMean);
      rightSquares += rightBefore * (right - rightMean);
      products += leftBefore * (right - rightMean);
    }

    @Override
    protected void xFinal() throws SQLException {
      double both = Math.sqrt(leftSquares * rightSquares);
      if (both == 0) {
        result();
      } else {
        result(products / both);
      }
    }
  }
}
