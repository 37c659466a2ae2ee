package dev.sluice.dsl.diagnostic;

/**
 * Text of users and databases for a terminal: nothing in it can steer it, and it can be aligned.
 */
public final class TerminalText {

  private static final String ELLIPSIS = "…";

  private TerminalText() {}

  /**
   * Whether a code point is none, would be invisible, or could move the cursor or turn the
   * direction of writing. Joiners and the tags that make up emoji are not hidden.
   */
  public static boolean isHidden(int codePoint) {
    int type = Character.getType(codePoint);
    boolean joiner = codePoint == 0x200C || codePoint == 0x200D;
    boolean emojiTag = codePoint >= 0xE0020 && codePoint <= 0xE007F;
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (codePoint & 0xFFFE) == 0xFFFE
        || (type == Character.FORMAT && !joiner && !emojiTag);
  }

  /** The text on one line, its hidden characters written as escapes such as {@code \n}. */
  public static String visible(String text) {
    if (text.codePoints().noneMatch(TerminalText::isHidden)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> shown.append(isHidden(point) ? escape(point) : Character.toString(point)));
    return shown.toString();
  }

  static String escape(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(codePoint > 0xFFFF ? "\\U%08x" : "\\u%04x", codePoint);
    };
  }

  /** How many columns a visible text takes. */
  public static int width(String text) {
    return text.codePoints().map(TerminalWidth::of).sum();
  }

  /** The text when it fits into so many columns, else its beginning with {@code …} after it. */
  public static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    int left = columns - 1;
    for (int point : text.codePoints().toArray()) {
      left -= TerminalWidth.of(point);
      if (left < 0) {
        break;
      }
      shown.appendCodePoint(point);
    }
    return shown + ELLIPSIS;
  }

  /** The text with spaces behind it up to a width. */
  public static String left(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /** The text with spaces before it up to a width. */
  public static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - width(text))) + text;
  }
}
