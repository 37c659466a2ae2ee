package dev.sluice.connectors.sqlite;

import dev.sluice.dsl.function.CalendarText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments as texts of one width, so that they are in order and equal as texts: {@code 2024-01-31
 * 12:30:00.000000}, with {@code Z} behind an instant.
 */
final class Moments {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

  private static final Pattern OFFSET = Pattern.compile("(.*?) ?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)");

  private static final int LAST_YEAR = 9999;

  private Moments() {}

  static LocalDateTime timestamp(String text) {
    return read(text)
        .orElseThrow(() -> new IllegalArgumentException("a text is no timestamp of Sluice's"));
  }

  static Instant instant(String text) {
    return readInstant(text)
        .orElseThrow(() -> new IllegalArgumentException("a text is no instant of Sluice's"));
  }

  /** A timestamp as people write it; nothing when it is none. */
  static Optional<LocalDateTime> read(String text) {
    return CalendarText.timestamp(text);
  }

  /** A timestamp with its offset. */
  static Optional<Instant> readInstant(String text) {
    Matcher matcher = OFFSET.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return read(matcher.group(1)).map(moment -> moment.toInstant(ZoneOffset.of(matcher.group(2))));
  }

  static String text(LocalDateTime moment) {
    if (moment.getYear() < 0 || moment.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException("a moment outside the years 0 to 9999");
    }
    return TIMESTAMP.format(moment);
  }

  static String text(Instant moment) {
    return text(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)) + "Z";
  }

  static String text(LocalTime time) {
    return TIME.format(time);
  }

  static long microseconds(Duration duration) {
    return Math.addExact(
        Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1_000L);
  }

  static Duration duration(long microseconds) {
    return Duration.ofSeconds(
        Math.floorDiv(microseconds, 1_000_000L), Math.floorMod(microseconds, 1_000_000L) * 1_000L);
  }
}
