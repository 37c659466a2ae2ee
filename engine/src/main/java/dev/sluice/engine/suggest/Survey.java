package dev.sluice.engine.suggest;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.ColumnValue;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Measurement.Result;
import dev.sluice.engine.suggest.Facts.Extent;
import dev.sluice.engine.suggest.Facts.Lengths;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A first look at a table: counts, ends and lengths of all columns in one pass, then its first
 * rows. The rows only decide what is asked next: a value seen twice rules out `is unique`, more
 * kinds than a small set has rule out a set; what they do not rule out is asked of all rows.
 *
 * @param facts of the columns that could be counted, in their order
 */
record Survey(long rows, List<Facts> facts) {

  private static final int FEWEST_ROWS = 1_000;

  /** A table of no more values is read as a whole: its rows answer everything themselves. */
  private static final int MOST_VALUES = 200_000;

  /** Longer texts are neither names nor codes. */
  private static final int LONGEST = 1_000;

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  static Survey of(Inquiry inquiry, List<Column> columns) {
    Measurement.Rows counting = new Measurement.Rows(inquiry.scope());
    List<Measurement> needed = new ArrayList<>(List.of(counting));
    for (Column column : columns) {
      needed.add(count(inquiry, column));
      if (column.type().isNumber() || column.type().isMoment()) {
        needed.add(end(inquiry, column, Metric.MIN));
        needed.add(end(inquiry, column, Metric.MAX));
      } else if (column.type().is(Type.Family.TEXT)) {
        needed.add(length(inquiry, column, Metric.MIN));
        needed.add(length(inquiry, column, Metric.MAX));
      }
    }
    Map<Measurement, Result> results = inquiry.measure(needed);
    long rows = number(results.get(counting)).orElse(0L);
    List<Facts> counted = new ArrayList<>();
    for (Column column : columns) {
      number(results.get(count(inquiry, column)))
          .map(filled -> facts(inquiry, column, rows, filled, results))
          .ifPresent(counted::add);
    }
    return new Survey(rows, sampled(inquiry, counted));
  }

  private static Facts facts(
      Inquiry inquiry, Column column, long rows, long filled, Map<Measurement, Result> results) {
    Optional<Lengths> lengths =
        number(results.get(length(inquiry, column, Metric.MIN)))
            .flatMap(
                shortest ->
                    number(results.get(length(inquiry, column, Metric.MAX)))
                        .map(longest -> new Lengths(shortest, longest)));
    return new Facts(
        column,
        rows,
        filled,
        extent(
            value(results.get(end(inquiry, column, Metric.MIN))),
            value(results.get(end(inquiry, column, Metric.MAX)))),
        lengths,
        List.of(),
        List.of(),
        false);
  }

  /** NaN, infinities, and moments that no calendar of four digits has, are no ends. */
  private static Optional<Extent> extent(@Nullable Object least, @Nullable Object most) {
    Object low = finite(least);
    Object high = finite(most);
    return low == null || high == null ? Optional.empty() : Optional.of(new Extent(low, high));
  }

  private static @Nullable Object finite(@Nullable Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number) ? new BigDecimal(number.toString()) : null;
    }
    if (value instanceof Instant instant) {
      return instant.isBefore(FIRST) || instant.isAfter(LAST) ? null : value;
    }
    if (value instanceof LocalDateTime local) {
      return finite(local.toLocalDate()) == null ? null : value;
    }
    return value instanceof LocalDate date && (date.getYear() < 1 || date.getYear() > 9999)
        ? null
        : value;
  }

  private static List<Facts> sampled(Inquiry inquiry, List<Facts> counted) {
    List<Column> columns = counted.stream().filter(Survey::isSampled).map(Facts::column).toList();
    if (columns.isEmpty()) {
      return counted;
    }
    long all = counted.get(0).rows();
    boolean small = all <= FEWEST_ROWS || all * columns.size() <= MOST_VALUES;
    List<Map<String, @Nullable Object>> rows =
        inquiry.rows(columns, small ? (int) Math.max(all, 1) : FEWEST_ROWS);
    return counted.stream()
        .map(each -> isSampled(each) ? each.with(values(rows, each.column().name())) : each)
        .toList();
  }

  private static List<Object> values(List<Map<String, @Nullable Object>> rows, String column) {
    List<Object> values = new ArrayList<>();
    rows.stream().map(row -> row.get(column)).filter(Objects::nonNull).forEach(values::add);
    return values;
  }

  private static boolean isSampled(Facts facts) {
    if (facts.filled() == 0) {
      return false;
    }
    return switch (facts.column().type().family()) {
      case TEXT -> facts.lengths().filter(each -> each.longest() <= LONGEST).isPresent();
      case INTEGER, DECIMAL -> facts.isWhole();
      case DATE, TIMESTAMP, TIMESTAMPTZ, UUID -> true;
      default -> false;
    };
  }

  private static Expression read(Column column) {
    return new ColumnValue(column.name(), column.type());
  }

  private static Measurement count(Inquiry inquiry, Column column) {
    return inquiry.value(Metric.COUNT, read(column), Type.INTEGER);
  }

  private static Measurement end(Inquiry inquiry, Column column, Metric metric) {
    return inquiry.value(metric, read(column), column.type());
  }

  private static Measurement length(Inquiry inquiry, Column column, Metric metric) {
    Expression length =
        new Expression.Apply(Functions.of("length"), List.of(read(column)), Type.INTEGER);
    return inquiry.value(metric, length, Type.INTEGER);
  }

  private static @Nullable Object value(@Nullable Result result) {
    return result instanceof Result.Measured measured ? measured.value() : null;
  }

  private static Optional<Long> number(@Nullable Result result) {
    return value(result) instanceof BigDecimal number
        ? Optional.of(number.longValue())
        : Optional.empty();
  }
}
