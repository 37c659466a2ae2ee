package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.yaml.internal.YamlNode.Style;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts as YAML writes them on one line, quoted where YAML 1.1 would read something else (chapters
 * 5.3 and 9.1.3).
 */
public final class Quoting {

  // What begins, ends or cuts a plain text, and what separates the entries between brackets.
  private static final Pattern INDICATED =
      Pattern.compile("[,\\[\\]{}#&*!|>'\"%@`].*|[-?:](\\s.*)?|.*:(\\s.*)?|.*\\s#.*");
  private static final Pattern SEPARATED =
      Pattern.compile("[?:].*|.*[,\\[\\]{}?].*|.*:[,\\[\\]{}].*");

  private Quoting() {}

  /**
   * The text in plain, single or double quotes: those it had, else those it needs.
   *
   * @param had its style before, where a block has become a line
   * @param bracketed whether it stands within {@code [ ]} or {@code { }}
   */
  public static String write(String text, Style had, boolean bracketed) {
    if (!text.codePoints().allMatch(point -> Signs.isPrintable(point) && !Signs.isBreak(point))) {
      return escaped(text);
    }
    boolean plain =
        (had == Style.PLAIN || had == Style.LITERAL || had == Style.FOLDED)
            && !INDICATED.matcher(text).matches()
            && !(bracketed && SEPARATED.matcher(text).matches());
    if (plain) {
      return text;
    }
    boolean asIs = text.indexOf('"') < 0 && text.indexOf('\\') < 0;
    return had == Style.DOUBLE_QUOTED && asIs ? '"' + text + '"' : Alterations.quoted(text);
  }

  /** The text in double quotes, with YAML's escapes. */
  public static String escaped(String text) {
    StringBuilder written = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                written.append('\\').appendCodePoint(point);
              } else if (point == '\n') {
                written.append("\\n");
              } else if (Signs.isPrintable(point) && !Signs.isBreak(point)) {
                written.appendCodePoint(point);
              } else {
                written.append(String.format(Locale.ROOT, "\\u%04x", point));
              }
            });
    return written.append('"').toString();
  }
}
