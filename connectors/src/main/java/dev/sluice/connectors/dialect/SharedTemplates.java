package dev.sluice.connectors.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Templates that several databases share, because standard SQL has no word for them. */
public final class SharedTemplates {

  /** Beyond these a double has no exponential: it is too large, or nothing is left of it. */
  private static final String LARGEST = "709.782712893384";

  private static final String SMALLEST = "-745.133219101941";

  private static final String X = "CAST({0} AS {double})";
  private static final String Y = "CAST({1} AS {double})";
  private static final String INFINITY = "CAST('Infinity' AS {double})";
  private static final String NOT_A_NUMBER = "CAST('NaN' AS {double})";

  private SharedTemplates() {}

  /** {@code replace}, whatever the collations of the three texts. */
  public static final String REPLACE =
      "REPLACE({0} COLLATE \"C\", {1} COLLATE \"C\", {2} COLLATE \"C\")";

  /** {@code regex_replace}, where a backslash means something in what is put in. */
  public static final String REGEX_REPLACE =
      "REGEXP_REPLACE({0} COLLATE \"C\", {1},"
          + " REPLACE({2} COLLATE \"C\", CHR(92), CHR(92) || CHR(92)), 'g')";

  /** One of the three functions that look for a text in another, whatever their collations. */
  public static String compared(String function) {
    String template =
        switch (function) {
          case "starts_with" -> "LEFT({text}, CHAR_LENGTH({1})) = {part}";
          case "ends_with" -> "RIGHT({text}, CHAR_LENGTH({1})) = {part}";
          default -> "STRPOS({text}, {part}) > 0";
        };
    return template.replace("{text}", "{0} COLLATE \"C\"").replace("{part}", "{1} COLLATE \"C\"");
  }

  /** NaN is above every number here, as the compiler takes for granted of every database. */
  public static String exp() {
    String template =
        """
        CASE WHEN {x} >= {smallest} AND {x} <= {largest} THEN EXP({x}) \
        WHEN {x} < 0 THEN 0 WHEN {x} >= {inf} THEN {x} END""";
    return template
        .replace("{x}", X)
        .replace("{inf}", INFINITY)
        .replace("{largest}", LARGEST)
        .replace("{smallest}", SMALLEST);
  }

  /**
   * Databases raise an error, or give NaN or infinity, where there is no real number. Java's own
   * power, which is the measure, gives NaN for 1 to the power of infinity.
   */
  public static String power() {
    String template =
        """
        CASE WHEN {x} IS NULL OR {y} IS NULL THEN NULL \
        WHEN {x} < 0 AND ABS({y}) < {inf} AND {y} <> FLOOR({y}) THEN NULL \
        WHEN NOT ABS({y}) < {inf} AND ABS({x}) = 1 THEN {nan} \
        WHEN {x} = 0 AND {y} < 0 THEN CASE WHEN {y} > -{inf} THEN NULL ELSE {inf} END \
        WHEN ABS({x}) < {inf} AND ABS({y}) < {inf} AND {x} <> 0 \
        THEN CASE WHEN {y} * LN(ABS({x})) > {largest} THEN NULL \
        WHEN {y} * LN(ABS({x})) < {smallest} THEN 0 ELSE POWER({x}, {y}) END \
        ELSE POWER({x}, {y}) END""";
    return template
        .replace("{x}", X)
        .replace("{y}", Y)
        .replace("{inf}", INFINITY)
        .replace("{nan}", NOT_A_NUMBER)
        .replace("{largest}", LARGEST)
        .replace("{smallest}", SMALLEST);
  }

  /**
   * A duration times a number, by the place of the number: seconds are read, microseconds made.
   *
   * @param micros a template of the database that makes a duration of so many microseconds
   */
  public static Map<String, String> products(String micros) {
    Map<String, String> templates = new LinkedHashMap<>();
    templates.put("*(duration)", product(0, micros));
    for (String number : new String[] {"integer", "decimal", "double"}) {
      templates.put("*(" + number + ", duration)", product(1, micros));
    }
    return templates;
  }

  private static String product(int duration, String micros) {
    String factor = "CAST({" + (1 - duration) + "} AS {double})";
    String seconds = "CAST(EXTRACT(EPOCH FROM {" + duration + "}) AS {double})";
    String count = "CAST(ROUND(" + seconds + " * 1000000 * " + factor + ") AS {integer})";
    return "CASE WHEN ABS("
        + factor
        + ") < "
        + INFINITY
        + " THEN "
        + micros.replace("{0}", count)
        + " END";
  }

  /**
   * Luhn's check over 12 to 19 digits: from the right every second digit is doubled, and of a
   * double above 9 its digits are added.
   *
   * @param isWellFormed a template that says whether the text is 12 to 19 digits
   */
  public static String creditCard(String isWellFormed) {
    String padded = "LPAD({0}, 19, '0')";
    String sum =
        IntStream.rangeClosed(1, 19)
            .mapToObj(
                place -> {
                  String digit = "SUBSTRING(" + padded + ", " + place + ", 1)";
                  return "CAST("
                      + (place % 2 == 1
                          ? digit
                          : "TRANSLATE(" + digit + ", '0123456789', '0246813579')")
                      + " AS INTEGER)";
                })
            .collect(Collectors.joining(" + "));
    return whenWellFormed(isWellFormed, "MOD(" + sum + ", 10) = 0");
  }

  /**
   * The check of ISO 13616: the first four characters go to the end, letters become numbers from 10
   * on, and the whole number leaves 1 when divided by 97.
   *
   * @param isWellFormed a template that says whether the text has the form of an IBAN
   * @param remainder makes of a template of digits one of their remainder by 97
   */
  public static String iban(String isWellFormed, UnaryOperator<String> remainder) {
    String digits = "SUBSTRING({0}, 5) || LEFT({0}, 4)";
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      digits = "REPLACE(" + digits + ", '" + letter + "', '" + (letter - 'A' + 10) + "')";
    }
    return whenWellFormed(isWellFormed, remainder.apply(digits) + " = 1");
  }

  private static String whenWellFormed(String isWellFormed, String check) {
    return "CASE WHEN {0} IS NULL THEN NULL WHEN "
        + isWellFormed
        + " THEN "
        + check
        + " ELSE FALSE END";
  }
}
