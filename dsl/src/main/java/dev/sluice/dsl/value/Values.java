package dev.sluice.dsl.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** Values as people and reports read them. */
public final class Values {

  /** More digits than this behind the point come from a division: they are noise to people. */
  private static final int LONGEST_FRACTION = 18;

  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  private Values() {}

  /**
   * The value without quotes: numbers plain, {@code NaN}, {@code Infinity}; moments as ISO 8601
   * with seconds, instants in UTC with {@code Z}; durations as {@code 1 day 2 hours}; {@code NULL}
   * for null. A decimal of more than 18 digits behind the point is cut to 15 significant ones.
   */
  public static String text(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof BigDecimal exact) {
      return number(exact);
    }
    if (value instanceof Double floating) {
      return number(floating);
    }
    if (value instanceof LocalTime time) {
      return TIME.format(time);
    }
    if (value instanceof LocalDateTime moment) {
      return moment.toLocalDate() + "T" + TIME.format(moment);
    }
    if (value instanceof Instant instant) {
      return text(LocalDateTime.ofInstant(instant, java.time.ZoneOffset.UTC)) + "Z";
    }
    return value instanceof Duration duration ? DurationText.print(duration) : value.toString();
  }

  private static String number(BigDecimal number) {
    if (number.scale() <= LONGEST_FRACTION) {
      return number.toPlainString();
    }
    int whole = Math.max(0, number.precision() - number.scale());
    MathContext context = whole > 12 ? new MathContext(whole + 3, RoundingMode.HALF_UP) : SHOWN;
    BigDecimal stripped = number.round(context).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
  }

  private static String number(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    double size = Math.abs(number);
    if (number == 0 || (size >= 1e-7 && size < 1e21)) {
      BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
      return (exact.signum() == 0 ? BigDecimal.ZERO : exact).toPlainString();
    }
    return Double.toString(number).replace(".0E", "E").replace('E', 'e');
  }
}
