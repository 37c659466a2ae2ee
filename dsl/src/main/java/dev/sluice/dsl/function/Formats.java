package dev.sluice.dsl.function;

import static dev.sluice.dsl.function.Arguments.text;
import static dev.sluice.dsl.function.Typings.TEXT;

import dev.sluice.dsl.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The formats that {@code is NAME} knows, each a function {@code is_name(text)}. A format judges
 * the whole text as it stands: no spaces around it, nothing left out.
 */
public final class Formats {

  /** Unicode's white space (property White_Space): what a blank text consists of. */
  public static final String WHITE_SPACE =
      "\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
          + "\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

  private static final Map<String, String> PATTERNS = new LinkedHashMap<>();

  static final List<Function> ALL =
      List.of(
          pattern(
              "blank",
              "nothing but white space of Unicode, or nothing at all",
              "[" + WHITE_SPACE + "]*"),
          format("empty", "no character at all", String::isEmpty),
          pattern(
              "email",
              "local@domain in ASCII: no quotes or comments, dots neither doubled nor at an end, a"
                  + " domain of two labels or more whose last has letters only (or is xn--...)",
              FormatPatterns.EMAIL),
          pattern(
              "url",
              "an absolute http, https or ftp address: a host (name, IPv4 or IPv6 in brackets),"
                  + " perhaps user, port, path, query, fragment, in the characters of RFC 3986",
              FormatPatterns.URL),
          pattern("uuid", "8-4-4-4-12 hexadecimal digits", FormatPatterns.UUID),
          pattern("ipv4", "four numbers from 0 to 255 without leading zeros", FormatPatterns.IPV4),
          pattern(
              "ipv6",
              "an address of RFC 4291 with or without `::`, its end perhaps as IPv4, no zone",
              FormatPatterns.IPV6),
          format(
              "iban",
              "two capital letters, two check digits, 11 to 30 capitals or digits, and the number"
                  + " formed of them leaves 1 when divided by 97 (ISO 13616)",
              CheckDigits::iban),
          format(
              "credit_card",
              "12 to 19 digits whose last is the check digit of Luhn (ISO/IEC 7812)",
              CheckDigits::creditCard),
          format("json", "one JSON value (RFC 8259)", JsonText::valid),
          pattern("integer", "a sign perhaps, and digits", "[+\\-]?[0-9]+"),
          pattern("number", "a text that `number` can read", NumberFunctions.NUMERAL),
          Define.strict(
              "is_date",
              "is_date(text, 'yyyy-MM-dd')",
              "a real day (and time of day) in a format of yyyy, MM, dd, HH, mm and ss, each once at"
                  + " most, with other characters between them that are neither letters nor digits,"
                  + " or T",
              Typings.of(Type.BOOLEAN, List.of(TEXT, TEXT)),
              new Function.ConstantArgument(1, DateFormat::complaint),
              (arguments, types, result) ->
                  DateFormat.of(text(arguments, 1)).orElseThrow().matches(text(arguments, 0))));

  private Formats() {}

  /**
   * The texts of a format, in the portable subset of regular expressions; absent for functions that
   * are more than a pattern, and for {@code is_date}, which {@link DateFormat#pattern} tells.
   */
  public static Optional<String> pattern(Function format) {
    return Optional.ofNullable(PATTERNS.get(format.name()));
  }

  /**
   * The texts that {@code number}, {@code date} and {@code timestamp} read, in the portable subset
   * of regular expressions: each can be cast by every database, all others give null.
   */
  public static Optional<String> readable(Function conversion) {
    return switch (conversion.name()) {
      case "number" -> Optional.of(NumberFunctions.NUMERAL);
      case "date" -> Optional.of(CalendarText.DATE);
      case "timestamp" -> Optional.of(CalendarText.TIMESTAMP);
      default -> Optional.empty();
    };
  }

  private static Function pattern(String name, String documentation, String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    PATTERNS.put("is_" + name, pattern);
    return format(name, documentation, text -> compiled.matcher(text).matches());
  }

  private static Function format(String name, String documentation, Predicate<String> test) {
    return Define.strict(
        "is_" + name,
        "is_" + name + "(text)",
        documentation,
        Typings.of(Type.BOOLEAN, List.of(TEXT)),
        (arguments, types, result) -> test.test(text(arguments, 0)));
  }
}
