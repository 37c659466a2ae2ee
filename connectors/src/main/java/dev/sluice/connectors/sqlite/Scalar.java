package dev.sluice.connectors.sqlite;

import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** A function of SQLite that takes and gives values of the language. */
abstract class Scalar extends Function {

  private static final int INTEGER = 1;
  private static final int FLOAT = 2;
  private static final int NULL = 5;

  /** Its result, or an exception whose message becomes SQLite's. */
  abstract void apply() throws SQLException;

  @Override
  protected final void xFunc() throws SQLException {
    try {
      apply();
    } catch (ArithmeticException | IllegalArgumentException | DateTimeException wrong) {
      error(String.valueOf(wrong.getMessage()));
    }
  }

  final boolean isNull(int index) throws SQLException {
    return value_type(index) == NULL;
  }

  /** An argument of a type; null for NULL. */
  final @Nullable Object argument(int index, Type type) throws SQLException {
    if (isNull(index)) {
      return null;
    }
    return switch (type.family()) {
      case INTEGER, DECIMAL -> number(index);
      case DOUBLE -> value_double(index);
      case BOOLEAN -> value_long(index) != 0;
      case DATE -> LocalDate.parse(value_text(index));
      case TIME -> LocalTime.parse(value_text(index));
      case TIMESTAMP -> Moments.timestamp(value_text(index));
      case TIMESTAMPTZ -> Moments.instant(value_text(index));
      case DURATION -> Moments.duration(value_long(index));
      case UUID -> UUID.fromString(value_text(index));
      case BINARY -> HexFormat.of().formatHex(value_blob(index));
      default -> value_text(index);
    };
  }

  private BigDecimal number(int index) throws SQLException {
    int kind = value_type(index);
    if (kind == INTEGER) {
      return BigDecimal.valueOf(value_long(index));
    }
    if (kind == FLOAT) {
      return Exact.decimal(value_double(index));
    }
    throw new IllegalArgumentException("a number was expected");
  }

  /** Gives a value of the language as the function's result. */
  final void give(@Nullable Object value) throws SQLException {
    if (value == null) {
      result();
    } else if (value instanceof BigDecimal number) {
      give(number);
    } else if (value instanceof Double number) {
      result(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      result(truth ? 1 : 0);
    } else if (value instanceof LocalDateTime moment) {
      result(Moments.text(moment));
    } else if (value instanceof Instant moment) {
      result(Moments.text(moment));
    } else if (value instanceof LocalTime time) {
      result(Moments.text(time));
    } else if (value instanceof Duration duration) {
      result(Moments.microseconds(duration));
    } else {
      result(value.toString());
    }
  }

  private void give(BigDecimal number) throws SQLException {
    Number stored = Exact.stored(number);
    if (stored instanceof Long whole) {
      result(whole.longValue());
    } else {
      result(stored.doubleValue());
    }
  }
}
