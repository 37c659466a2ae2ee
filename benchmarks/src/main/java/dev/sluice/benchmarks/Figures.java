package dev.sluice.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The table of a part: a line for each thing that was measured, told as soon as it is known. */
final class Figures {

  private final List<String> lines = new ArrayList<>();

  /** An empty table with these heads. */
  Figures(String... heads) {
    lines.add("| " + String.join(" | ", heads) + " |");
    lines.add("|" + String.join("|", Collections.nCopies(columns(heads), "---")) + "|");
  }

  // a head may be that of several columns
  private static int columns(String... heads) {
    return String.join(" | ", heads).split(" \\| ", -1).length;
  }

  /** Adds a line, and prints it; a cell may be several. */
  void add(String... cells) {
    String line = "| " + String.join(" | ", cells) + " |";
    System.out.println(line);
    lines.add(line);
  }

  /** In Markdown. */
  List<String> lines() {
    return List.copyOf(lines);
  }
}
