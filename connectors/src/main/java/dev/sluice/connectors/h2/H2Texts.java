package dev.sluice.connectors.h2;

import dev.sluice.connectors.dialect.SharedTemplates;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Functions of texts. H2 counts units of UTF-16; its regular expressions, which are Java's, count
 * characters.
 */
final class H2Texts {

  private static final int LONGEST = 1_000_000_000;

  /** Where characters that H2 would map to several wait for their simple mapping. */
  private static final int HELD = 0xE000;

  private H2Texts() {}

  static Map<String, String> templates() {
    Map<String, String> templates = new LinkedHashMap<>();
    templates.put("length", length("{0}"));
    templates.put(
        "lower", mapped("LOWER", Character::toLowerCase, each -> each.toLowerCase(Locale.ROOT)));
    templates.put(
        "upper", mapped("UPPER", Character::toUpperCase, each -> each.toUpperCase(Locale.ROOT)));
    String start = clamped("{1} - 1");
    templates.put("substring/2", without("{0}", start));
    templates.put(
        "substring",
        first(without("{0}", start), clamped("CASE WHEN {1} < 1 THEN {2} + {1} - 1 ELSE {2} END")));
    templates.put("left", first("{0}", counted()));
    templates.put("right", without("{0}", clamped(length("{0}") + " - " + counted())));
    templates.put("text(boolean)", "CASE WHEN {0} THEN 'true' WHEN NOT {0} THEN 'false' END");
    templates.put("is_json", json());
    templates.put("is_credit_card", SharedTemplates.creditCard("{0} REGEXP '\\A[0-9]{12,19}\\z'"));
    templates.put(
        "is_iban",
        SharedTemplates.iban(
            "{0} REGEXP '\\A[A-Z][A-Z][0-9][0-9][A-Z0-9]{11,30}\\z'",
            digits -> "MOD(CAST(" + digits + " AS NUMERIC(70, 0)), 97)"));
    return templates;
  }

  /** Characters beyond the 16 bits of a unit count once. */
  private static String length(String text) {
    return "CHAR_LENGTH(REGEXP_REPLACE(" + text + ", '[^\\u0000-\\uFFFF]', '_'))";
  }

  /** How many characters `left` and `right` take: a negative number leaves as many out. */
  private static String counted() {
    return clamped("CASE WHEN {1} < 0 THEN " + length("{0}") + " + {1} ELSE {1} END");
  }

  private static String clamped(String number) {
    return "LEAST(GREATEST(" + number + ", 0), " + LONGEST + ")";
  }

  private static String first(String text, String count) {
    return "REGEXP_SUBSTR(" + text + ", '(?s)\\A.{0,' || " + count + " || '}')";
  }

  private static String without(String text, String count) {
    return "REGEXP_REPLACE(" + text + ", '(?s)\\A.{0,' || " + count + " || '}', '')";
  }

  /** Unicode's simple mapping: characters of which H2 would make others are put aside meanwhile. */
  private static String mapped(
      String function, IntUnaryOperator simple, UnaryOperator<String> full) {
    StringBuilder special = new StringBuilder();
    StringBuilder held = new StringBuilder();
    StringBuilder back = new StringBuilder();
    for (int each = 0; each <= Character.MAX_VALUE; each++) {
      String whole = Character.toString(simple.applyAsInt(each));
      // a capital sigma is mapped by where it stands
      if (each == '\u03a3' || !full.apply(Character.toString(each)).equals(whole)) {
        held.append((char) (HELD + special.length()));
        special.append((char) each);
        back.append(whole);
      }
    }
    return "TRANSLATE("
        + function
        + "(TRANSLATE({0}, '"
        + special
        + "', '"
        + held
        + "')), '"
        + held
        + "', '"
        + back
        + "')";
  }

  /** H2's reader of JSON takes numbers with zeros ahead: these are looked for outside of texts. */
  private static String json() {
    String withoutTexts = "REGEXP_REPLACE({0}, '\"(\\\\.|[^\"\\\\])*\"', '\"\"')";
    return "{0} IS JSON AND NOT " + withoutTexts + " REGEXP '(^|[^0-9.eE+-])-?0[0-9]'";
  }
}
