package dev.sluice.dsl.value;

import dev.sluice.dsl.function.CalendarText;
import dev.sluice.dsl.function.JsonText;
import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that spells a value of a known type, such as a parameter's. Strict: no spaces around it. */
public final class ValueParser {

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,1000}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]{1,1000}(\\.[0-9]{1,1000})?([eE][+-]?[0-9]{1,3})?");
  private static final Pattern HEXADECIMAL = Pattern.compile("([0-9A-Fa-f]{2})*");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final Pattern ZONED =
      Pattern.compile("(.*)(Z|[+-][0-9]{2}:[0-9]{2})", Pattern.DOTALL);

  private ValueParser() {}

  /**
   * The value, or nothing when the text spells none of that type.
   *
   * @param zone in which a moment without zone is read where an instant is wanted
   */
  public static Optional<Object> parse(String text, Type type, ZoneId zone) {
    return switch (type.family()) {
      case TEXT -> Optional.of(text);
      case INTEGER ->
          INTEGER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
      case DECIMAL -> decimal(text, type);
      case DOUBLE -> floating(text);
      case BOOLEAN -> truth(text);
      case DATE -> CalendarText.date(text).map(Object.class::cast);
      case TIME -> CalendarText.time(text).map(Object.class::cast);
      case TIMESTAMP -> local(text).map(Object.class::cast);
      case TIMESTAMPTZ -> instant(text, zone).map(Object.class::cast);
      case DURATION -> DurationText.parse(text).map(Object.class::cast);
      case UUID ->
          UUID_TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
      case JSON -> JsonText.valid(text) ? Optional.of(text) : Optional.empty();
      case BINARY ->
          HEXADECIMAL.matcher(text).matches()
              ? Optional.of(text.toLowerCase(Locale.ROOT))
              : Optional.empty();
      case OTHER, NULL -> Optional.empty();
    };
  }

  private static Optional<Object> decimal(String text, Type type) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text);
    BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
    BigDecimal least = plain.stripTrailingZeros();
    boolean fits =
        type.precision() == 0
            || (least.scale() <= type.scale()
                && least.precision() - least.scale() <= type.precision() - type.scale());
    return fits ? Optional.of(plain) : Optional.empty();
  }

  private static Optional<Object> floating(String text) {
    if (text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity")) {
      return Optional.of(Double.valueOf(text));
    }
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(text);
    return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
  }

  private static Optional<Object> truth(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.equals("true") || lower.equals("false")
        ? Optional.of(lower.equals("true"))
        : Optional.empty();
  }

  /** A timestamp, or a date that stands for its start. */
  private static Optional<LocalDateTime> local(String text) {
    return CalendarText.timestamp(text)
        .or(() -> CalendarText.date(text).map(LocalDate::atStartOfDay));
  }

  private static Optional<Instant> instant(String text, ZoneId zone) {
    Matcher matcher = ZONED.matcher(text);
    if (!matcher.matches() || text.length() <= "2024-01-31".length()) {
      return local(text).map(moment -> moment.atZone(zone).withLaterOffsetAtOverlap().toInstant());
    }
    try {
      ZoneOffset offset = ZoneOffset.of(matcher.group(2));
      return CalendarText.timestamp(matcher.group(1)).map(moment -> moment.toInstant(offset));
    } catch (java.time.DateTimeException noSuchOffset) {
      return Optional.empty();
    }
  }
}
