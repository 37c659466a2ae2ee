package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as a driver gives them, to the Java classes of their types. */
final class Decoding {

  private Decoding() {}

  /** A count. */
  static long count(@Nullable Object value) {
    return value == null ? 0 : number(value).longValueExact();
  }

  static BigDecimal number(@Nullable Object value) {
    if (value instanceof BigDecimal bigDecimal) {
      return bigDecimal;
    }
    if (value instanceof BigInteger bigInteger) {
      return new BigDecimal(bigInteger);
    }
    if (value instanceof Double || value instanceof Float) {
      return BigDecimal.valueOf(((Number) value).doubleValue());
    }
    if (value instanceof Number number) {
      return BigDecimal.valueOf(number.longValue());
    }
    throw new IllegalArgumentException("not a number: " + value);
  }

  /** The value in the class that its type names; what has another class already stays as it is. */
  static @Nullable Object value(@Nullable Object value, Type type) {
    if (value == null) {
      return null;
    }
    return switch (type.family()) {
      case INTEGER, DECIMAL -> isNotFinite(value) ? value : plain(number(value), type);
      case DOUBLE -> value instanceof Number number ? number.doubleValue() : value;
      case TEXT, JSON, OTHER -> value.toString();
      case UUID -> value instanceof UUID ? value : UUID.fromString(value.toString());
      case DURATION -> value instanceof Duration ? value : duration(number(value).longValueExact());
      case DATE -> date(value);
      case TIME -> time(value);
      case TIMESTAMP -> timestamp(value);
      case BOOLEAN -> value instanceof Number number ? number.longValue() != 0 : value;
      case TIMESTAMPTZ -> instant(value);
      default -> value;
    };
  }

  /** PostgreSQL's numeric knows NaN and infinities. */
  private static boolean isNotFinite(Object value) {
    return value instanceof Double aDouble && !Double.isFinite(aDouble);
  }

  private static BigDecimal plain(BigDecimal number, Type type) {
    return type.is(Type.Family.INTEGER) ? number.setScale(0) : number;
  }

  private static Duration duration(long microseconds) {
    return Duration.ofSeconds(
        Math.floorDiv(microseconds, 1_000_000L), Math.floorMod(microseconds, 1_000_000L) * 1_000L);
  }

  private static Object date(Object value) {
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    if (value instanceof String string) {
      return LocalDate.parse(string);
    }
    return value instanceof LocalDateTime localDateTime ? localDateTime.toLocalDate() : value;
  }

  private static Object timestamp(Object value) {
    if (value instanceof String string) {
      return LocalDateTime.parse(string.replace(' ', 'T'));
    }
    return value instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : value;
  }

  private static Object time(Object value) {
    if (value instanceof Time time) {
      return time.toLocalTime();
    }
    return value instanceof OffsetTime offsetTime
        ? offsetTime.toLocalTime()
        : value instanceof String string ? LocalTime.parse(string) : value;
  }

  private static Object instant(Object value) {
    if (value instanceof String string) {
      return OffsetDateTime.parse(string.replace(' ', 'T')).toInstant();
    }
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant();
    }
    if (value instanceof OffsetDateTime offsetDateTime) {
      return offsetDateTime.toInstant();
    }
    if (value instanceof LocalDateTime utc) {
      return utc.toInstant(ZoneOffset.UTC);
    }
    return value instanceof ZonedDateTime zonedDateTime ? zonedDateTime.toInstant() : value;
  }
}
