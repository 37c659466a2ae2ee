package dev.sluice.engine.run;

import dev.sluice.engine.connector.SqlProfile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
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
   * The value of a column, in the language's class. Moments are asked for by class: in the old
   * classes of {@code java.sql} they would pass through the time zone of this machine, which has
   * hours that do not exist.
   */
  static @Nullable Object read(
      ResultSet row, ResultSetMetaData columns, int column, SqlProfile profile)
      throws SQLException {
    if (!profile.hasTypedValues()) {
      return fromDriver(row.getObject(column));
    }
    return switch (columns.getColumnType(column)) {
      case Types.DATE -> moment(row, column, () -> profile.date(row, column));
      case Types.TIMESTAMP_WITH_TIMEZONE -> profile.instant(row, column);
      case Types.TIMESTAMP ->
          profile.isInstant(columns.getColumnTypeName(column))
              ? profile.instant(row, column)
              : moment(row, column, () -> row.getObject(column, LocalDateTime.class));
      case Types.TIME ->
          columns.getColumnTypeName(column).equalsIgnoreCase("time")
              ? moment(row, column, () -> row.getObject(column, LocalTime.class))
              : row.getString(column);
      default ->
          columns.getColumnTypeName(column).equalsIgnoreCase("json")
              ? row.getString(column)
              : fromDriver(row.getObject(column));
    };
  }

  /** What no calendar or clock has, as some databases store it, is given as its text. */
  private static @Nullable Object moment(ResultSet row, int column, Moment wanted)
      throws SQLException {
    try {
      return wanted.read();
    } catch (SQLDataException odd) {
      return row.getString(column);
    }
  }

  private interface Moment {
    @Nullable Object read() throws SQLException;
  }

  /**
   * What a driver gave, in the language's class; a class that it does not know becomes its text.
   */
  private static @Nullable Object fromDriver(@Nullable Object value) throws SQLException {
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
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return temporalOrText(value);
  }

  private static Object number(Number value) {
    if (value instanceof Float) {
      return value.doubleValue();
    }
    return value instanceof BigInteger integer
        ? new BigDecimal(integer)
        : BigDecimal.valueOf(value.longValue());
  }

  // The java.sql classes are what drivers still give; they end here.
  @SuppressWarnings("JavaUtilDate")
  private static Object temporalOrText(Object value) throws SQLException {
    if (value instanceof java.sql.Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    }
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (value instanceof java.sql.Time time) {
      return time.toLocalTime();
    }
    if (value instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    if (value instanceof ZonedDateTime moment) {
      return moment.toInstant();
    }
    if (value instanceof Blob blob) {
      return HexFormat.of().formatHex(blob.getBytes(1, (int) Math.min(blob.length(), 1_000)));
    }
    if (value instanceof Clob clob) {
      return clob.getSubString(1, (int) Math.min(clob.length(), 1_000_000));
    }
    return String.valueOf(value);
  }
}
