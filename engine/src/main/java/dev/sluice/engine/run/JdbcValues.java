package dev.sluice.engine.run;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as drivers give and take them, and as the language has them: one Java class a family of
 * types.
 */
public final class JdbcValues {

  private JdbcValues() {}

  /**
   * What a driver gave, in the language's class; a class that it does not know becomes its text.
   */
  public static @Nullable Object fromDriver(@Nullable Object value) throws SQLException {
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof BigDecimal
        || value instanceof Double
        || value instanceof LocalDate
        || value instanceof LocalTime
        || value instanceof LocalDateTime
        || value instanceof Instant
        || value instanceof UUID) {
      return value;
    }
    if (value instanceof Number) {
      return number((Number) value);
    }
    if (value instanceof byte[]) {
      return HexFormat.of().formatHex((byte[]) value);
    }
    return temporalOrText(value);
  }

  private static Object number(Number value) {
    if (value instanceof Float) {
      return value.doubleValue();
    }
    return value instanceof BigInteger
        ? new BigDecimal((BigInteger) value)
        : BigDecimal.valueOf(value.longValue());
  }

  // The java.sql classes are what drivers still give; they end here.
  @SuppressWarnings("JavaUtilDate")
  private static Object temporalOrText(Object value) throws SQLException {
    if (value instanceof java.sql.Timestamp) {
      return ((java.sql.Timestamp) value).toLocalDateTime();
    }
    if (value instanceof java.sql.Date) {
      return ((java.sql.Date) value).toLocalDate();
    }
    if (value instanceof java.sql.Time) {
      return ((java.sql.Time) value).toLocalTime();
    }
    if (value instanceof OffsetDateTime) {
      return ((OffsetDateTime) value).toInstant();
    }
    if (value instanceof ZonedDateTime) {
      return ((ZonedDateTime) value).toInstant();
    }
    if (value instanceof Blob) {
      Blob blob = (Blob) value;
      return HexFormat.of().formatHex(blob.getBytes(1, (int) Math.min(blob.length(), 1_000)));
    }
    if (value instanceof Clob) {
      Clob clob = (Clob) value;
      return clob.getSubString(1, (int) Math.min(clob.length(), 1_000_000));
    }
    if (value instanceof Array) {
      return String.valueOf(value);
    }
    return String.valueOf(value);
  }

  /** What a driver takes for a value of the language. */
  public static @Nullable Object toDriver(@Nullable Object value) {
    if (value instanceof Instant) {
      return OffsetDateTime.ofInstant((Instant) value, ZoneOffset.UTC);
    }
    if (value instanceof Duration) {
      throw new IllegalArgumentException(
          "a duration is never bound: it becomes a number or part of the SQL");
    }
    if (value instanceof UUID) {
      return value;
    }
    return value;
  }
}
