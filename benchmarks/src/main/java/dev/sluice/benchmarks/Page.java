package dev.sluice.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The page with the figures; each part has its place, between two comments. */
final class Page {

  private static final String END = "<!-- end of figures -->";

  private Page() {}

  /** Puts a part's figures in place of its old ones; the others stay, with their own date. */
  static void write(Path file, String part, List<String> figures) throws IOException {
    String begin = "<!-- figures of " + part + ": written by benchmarks/run -->\n";
    String text = Files.readString(file);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(END, from);
    if (from < begin.length() || to < 0) {
      throw new IOException(file + " has no place for the figures of " + part);
    }
    Files.writeString(
        file,
        text.substring(0, from)
            + machine()
            + "\n\n"
            + String.join("\n", figures)
            + "\n"
            + text.substring(to));
  }

  private static String machine() {
    return "%s, %d processors (load %s at the end), %s %s, Java %s."
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            Cost.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"));
  }
}
