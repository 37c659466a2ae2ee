package dev.sluice.examples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links of a document to files and headings of this repository. */
final class Links {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

  private Links() {}

  /** Links that lead nowhere; links to other sites are not followed. */
  static List<String> broken(Path document) throws IOException {
    List<String> broken = new ArrayList<>();
    Matcher matcher = LINK.matcher(Files.readString(document));
    while (matcher.find()) {
      String link = matcher.group(1);
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
      boolean elsewhere = link.contains("://");
      if (!elsewhere && (!Files.exists(target) || (parts.length > 1 && !heads(target, parts[1])))) {
        broken.add(link);
      }
    }
    return broken;
  }

  private static boolean heads(Path document, String anchor) throws IOException {
    return Files.readAllLines(document).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'))
        .anyMatch(anchor::equals);
  }
}
