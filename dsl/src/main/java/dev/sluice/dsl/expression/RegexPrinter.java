package dev.sluice.dsl.expression;

import java.util.List;
import java.util.Optional;

/**
 * Writes a {@link Regex} in the spelling of an engine: only non-capturing groups, {@code .} and
 * every class as characters in brackets, so that no flag or locale of the engine has a say.
 */
public final class RegexPrinter {

  /**
   * What differs between engines.
   *
   * @param start matches at the start of the whole value alone
   * @param end matches at the end of the whole value alone
   * @param prefix what stands before the pattern, so that the whole value must match
   * @param suffix what stands behind it
   * @param codePoint how a character is given by its number, as a format of {@link String#format}
   */
  public record Style(String start, String end, String prefix, String suffix, String codePoint) {}

  /** {@code java.util.regex}, used with {@code matches()}. */
  public static final Style JAVA = new Style("\\A", "\\z", "", "", "\\x{%x}");

  /** RE2, used with a function that matches the whole value. */
  public static final Style RE2 = new Style("\\A", "\\z", "", "", "\\x{%x}");

  /** Advanced regular expressions of Tcl and PostgreSQL, used with {@code ~}. */
  public static final Style ADVANCED = new Style("\\A", "\\Z", "^(?:", ")$", "\\U%08x");

  /** PCRE, used with a function that searches. */
  public static final Style PCRE = new Style("\\A", "\\z", "\\A(?:", ")\\z", "\\x{%x}");

  private static final String OUTSIDE = "\\^$.|?*+()[]{}";

  private static final String INSIDE = "\\[]^-&";

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private RegexPrinter(Style style) {
    this.style = style;
  }

  /** The pattern in the engine's spelling. */
  public static String print(Regex regex, Style style) {
    RegexPrinter printer = new RegexPrinter(style);
    printer.out.append(style.prefix());
    printer.write(regex);
    return printer.out.append(style.suffix()).toString();
  }

  private void write(Regex regex) {
    if (regex instanceof Regex.Alternation alternation) {
      List<Regex> branches = alternation.branches();
      for (int i = 0; i < branches.size(); i++) {
        out.append(i == 0 ? "" : "|");
        write(branches.get(i));
      }
    } else if (regex instanceof Regex.Sequence sequence) {
      for (Regex part : sequence.parts()) {
        grouped(part, part instanceof Regex.Alternation);
      }
    } else if (regex instanceof Regex.Repeat repeat) {
      repeat(repeat);
    } else if (regex instanceof Regex.Literal literal) {
      character(literal.codePoint(), OUTSIDE);
    } else if (regex instanceof Regex.Any) {
      out.append("[^").append(String.format(style.codePoint(), (int) '\n')).append(']');
    } else if (regex instanceof Regex.CharacterClass characterClass) {
      characterClass(characterClass);
    } else {
      out.append(regex instanceof Regex.Start ? style.start() : style.end());
    }
  }

  private void repeat(Regex.Repeat repeat) {
    Regex part = repeat.part();
    boolean single =
        part instanceof Regex.Literal
            || part instanceof Regex.Any
            || part instanceof Regex.CharacterClass;
    grouped(part, !single);
    int minimum = repeat.minimum();
    Optional<Integer> maximum = repeat.maximum();
    if (maximum.isEmpty()) {
      out.append(minimum == 0 ? "*" : minimum == 1 ? "+" : "{" + minimum + ",}");
    } else if (maximum.get() == minimum) {
      out.append('{').append(minimum).append('}');
    } else {
      out.append(
          minimum == 0 && maximum.get() == 1 ? "?" : "{" + minimum + "," + maximum.get() + "}");
    }
  }

  private void grouped(Regex part, boolean brackets) {
    out.append(brackets ? "(?:" : "");
    write(part);
    out.append(brackets ? ")" : "");
  }

  private void characterClass(Regex.CharacterClass characters) {
    out.append(characters.negated() ? "[^" : "[");
    for (Regex.Range range : characters.ranges()) {
      character(range.from(), INSIDE);
      if (range.to() > range.from()) {
        out.append(range.to() > range.from() + 1 ? "-" : "");
        character(range.to(), INSIDE);
      }
    }
    out.append(']');
  }

  private void character(int codePoint, String special) {
    if (special.indexOf(codePoint) >= 0) {
      out.append('\\').appendCodePoint(codePoint);
    } else if (plain(codePoint)) {
      out.appendCodePoint(codePoint);
    } else {
      out.append(String.format(style.codePoint(), codePoint));
    }
  }

  /** Printable ASCII, and letters and digits of any script. */
  private static boolean plain(int codePoint) {
    return (codePoint >= ' ' && codePoint < 127) || Character.isLetterOrDigit(codePoint);
  }
}
