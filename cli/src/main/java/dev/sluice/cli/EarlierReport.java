package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.engine.report.Outcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tells a report of an earlier run, which the next may replace, from a file of somebody else. */
final class EarlierReport {

  private static final int GLANCE = 400;
  private static final List<String> BEGINNINGS =
      List.of("{\n  \"version\": 1,\n  \"run_id\":", "<testsuites name=\"sluice\"");

  private EarlierReport() {}

  /** Whether a file may be written over: it is not there, is empty, or is a report. */
  static boolean allowsReplacing(Path file) {
    try {
      return !Files.exists(file) || Files.size(file) == 0 || isReport(file);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static boolean isReport(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      String beginning = read(bytes, 0);
      String end = read(bytes, Math.max(0, bytes.length() - GLANCE));
      return BEGINNINGS.stream().anyMatch(beginning::contains) || endsAsText(end);
    }
  }

  private static String read(RandomAccessFile bytes, long from) throws IOException {
    byte[] glance = new byte[(int) Math.min(GLANCE, bytes.length() - from)];
    bytes.seek(from);
    bytes.readFully(glance);
    return new String(glance, UTF_8);
  }

  // The last line of a report for people begins with the outcome.
  private static boolean endsAsText(String end) {
    String line = end.stripTrailing();
    String last = line.substring(line.lastIndexOf('\n') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(Outcome.values())
        .map(outcome -> outcome.word().replace('_', ' ') + "  ")
        .anyMatch(last::startsWith);
  }
}
