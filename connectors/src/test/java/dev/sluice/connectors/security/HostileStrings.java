package dev.sluice.connectors.security;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;

/** Texts that end quotes, begin comments, look like parameters, or look like something else. */
final class HostileStrings {

  private static final String ACUTE = "caf\u00e9";

  static final List<String> ALL =
      List.of(
          "'",
          "''",
          "\"",
          "\"\"",
          "`",
          "\\",
          "\\\\",
          "\\'",
          "'\\",
          "\\\"",
          "'; DROP TABLE t; --",
          "\"; DROP TABLE t; --",
          "' OR 1=1 --",
          "\\' OR 1=1 -- ",
          "') OR ('1'='1",
          "--",
          "-- x",
          "/* x",
          "*/",
          "/* x */",
          ";",
          "#",
          "<b>",
          "1 <b> 2",
          "<script>alert(1)</script>",
          "</script>",
          "]]>",
          "&amp; &lt;",
          ":x",
          "?",
          "??",
          "{fn now()}",
          "{d '2020-01-01'}",
          "$$",
          "$x$",
          "$1",
          "${HOME}",
          "%s %n %",
          "_",
          "*",
          "=1+1",
          "+1",
          "-1",
          "@SUM(1)",
          "null",
          "true",
          "select",
          "order",
          "user",
          "USERS",
          "current_date",
          "session_user",
          "localtime",
          "pi",
          "flag_0",
          "sluice_candidate",
          "a.b",
          "a b",
          " a ",
          "a\tb",
          "a\nb",
          "a \nb",
          "a\rb",
          "\u001b[31mred\u001b[0m",
          "\u0007\u0008",
          "\u202eevil\u202c",
          "\u200bzero\u200d",
          "\ufeffmark",
          "\u2028line",
          "\ud83d\ude00",
          "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
          Normalizer.normalize(ACUTE, Normalizer.Form.NFC),
          Normalizer.normalize(ACUTE, Normalizer.Form.NFD),
          "\u0130\u0131\u00df",
          "\u05d0\u05d1",
          "a".repeat(63),
          "\u00e9".repeat(31),
          "b".repeat(64),
          "c".repeat(128));

  private HostileStrings() {}

  /** Texts in groups that one sentence can speak of. */
  static List<List<String>> batches(List<String> all) {
    return IntStream.range(0, (all.size() + 9) / 10)
        .mapToObj(each -> all.subList(10 * each, Math.min(all.size(), 10 * each + 10)))
        .toList();
  }

  /** Of control characters a sentence holds tabs and line ends alone; others come as parameters. */
  static boolean isSpoken(String text) {
    return text.chars().allMatch(each -> each >= ' ' || "\t\n\r".indexOf(each) >= 0);
  }

  /** A text as a name in SQL and in a sentence. */
  static String name(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /** A text as a value in a sentence. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A text as a YAML scalar, odd signs escaped. */
  static String yaml(String text) {
    StringBuilder yaml = new StringBuilder("\"");
    text.chars()
        .forEach(
            each ->
                yaml.append(
                    each > ' ' && each < 127 && each != '"' && each != '\\'
                        ? String.valueOf((char) each)
                        : String.format("\\u%04x", each)));
    return yaml.append('"').toString();
  }
}
