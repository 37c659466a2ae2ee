package dev.sluice.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most that a check has in its heap, of 256 MB that it may have, when nearly all rows are at
 * fault in some lines. The JVM tells it: before each collection, and at the end.
 */
final class Heap implements Part {

  private static final int MEGABYTES = 256;

  private static final Pattern BEFORE = Pattern.compile("(\\d+)M->\\d+M\\(");
  private static final Pattern AT_END = Pattern.compile("generation .*used (\\d+)K");

  private final Path program;
  private final Figures figures =
      new Figures("rows", "heap at most: MB", "of", "process at most: MB", "outcome");

  Heap(Path program) {
    this.program = program;
  }

  @Override
  public void measure(Orders orders) throws Exception {
    Path folder = orders.folder();
    Path suite = folder.resolve("heap.yml");
    Files.writeString(
        suite,
        HandWritten.text("suite.yml")
            .replace("${table}", "orders")
            .replace("${most}", Long.toString(orders.most()))
            .replace("samples: 10\n", HandWritten.text("heap.yml")));
    Cost cost = new Cost();
    // The last word among a JVM's options, after those of the program's start.
    String options = "_JAVA_OPTIONS=-Xmx" + MEGABYTES + "m -Xlog:gc*=info:file=heap.log";
    Processes.run(
        List.of(
            "env",
            options,
            program.toString(),
            "check",
            suite.toString(),
            "--connection",
            orders.url()),
        folder,
        "11 met",
        cost);
    String outcome =
        Files.readAllLines(folder.resolve("out")).stream()
            .filter(each -> each.contains(" met, "))
            .reduce("", (first, last) -> last)
            .strip();
    figures.add(
        orders.shown(),
        Long.toString(most(folder.resolve("heap.log"))),
        Integer.toString(MEGABYTES),
        "%,d".formatted(cost.peak() / 1024),
        outcome);
  }

  private static long most(Path log) throws IOException {
    long most = 0;
    long atEnd = 0;
    for (String line : Files.readAllLines(log)) {
      Matcher before = BEFORE.matcher(line);
      Matcher used = AT_END.matcher(line);
      if (before.find()) {
        most = Math.max(most, Long.parseLong(before.group(1)));
      } else if (line.contains("[gc,heap,exit") && used.find()) {
        atEnd += Long.parseLong(used.group(1));
      }
    }
    return Math.max(most, atEnd / 1024);
  }

  @Override
  public List<String> table() {
    return figures.lines();
  }
}
