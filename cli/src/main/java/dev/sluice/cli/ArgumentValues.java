package dev.sluice.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of the command line to values; nothing where a text is not understood. */
final class ArgumentValues {

  private static final Pattern TIME =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(ms|s|m|h|d|seconds?|minutes?|hours?|days?)");

  private static final BigDecimal MILLISECONDS_OF_SECOND = BigDecimal.valueOf(1_000);

  private static final Map<String, Long> MILLISECONDS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

  private static final Duration LONGEST = Duration.ofDays(3_650);

  private ArgumentValues() {}

  /** An instant with its zone: {@code 2026-01-31T06:00:00Z}, {@code ...+02:00}. */
  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException notAnInstant) {
      return Optional.empty();
    }
  }

  /** A positive time of at most ten years: {@code 90s}, {@code 10m}, {@code 1.5 hours}. */
  static Optional<Duration> time(String text) {
    Matcher matcher = TIME.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String unit = matcher.group(2);
    long factor =
        MILLISECONDS.getOrDefault(unit, MILLISECONDS.getOrDefault(unit.substring(0, 1), 0L));
    BigDecimal nanos =
        new BigDecimal(matcher.group(1))
            .multiply(BigDecimal.valueOf(factor))
            .multiply(MILLISECONDS_OF_SECOND)
            .multiply(MILLISECONDS_OF_SECOND);
    if (nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) > 0) {
      return Optional.empty();
    }
    Duration time = Duration.ofNanos(nanos.longValue());
    return time.isZero() ? Optional.empty() : Optional.of(time);
  }

  /** A whole number between two others, both included. */
  static Optional<Integer> number(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text.strip());
      return number < least || number > most ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  /** The parts around the first {@code =}; the name is never empty. */
  static Optional<Map.Entry<String, String>> pair(String text) {
    int equals = text.indexOf('=');
    return equals < 1
        ? Optional.empty()
        : Optional.of(Map.entry(text.substring(0, equals).strip(), text.substring(equals + 1)));
  }
}
