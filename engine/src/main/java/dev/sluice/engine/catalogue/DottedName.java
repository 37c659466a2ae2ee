package dev.sluice.engine.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table's name as `tables:` holds it: parts between dots, those in double quotes exact.
 *
 * @param quoted whether any part is in quotes
 */
record DottedName(List<String> parts, boolean quoted) {

  private static final Pattern PART =
      Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^.\"]+))(\\.|$)");

  static DottedName of(String text) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    Matcher matcher = PART.matcher(text);
    int end = 0;
    while (matcher.find()) {
      String inQuotes = matcher.group(1);
      quoted |= inQuotes != null;
      parts.add(inQuotes == null ? matcher.group(2) : inQuotes.replace("\"\"", "\""));
      end = matcher.end();
    }
    return end == text.length() && !parts.isEmpty() && !text.endsWith(".")
        ? new DottedName(List.copyOf(parts), quoted)
        : new DottedName(List.of(text), false);
  }
}
