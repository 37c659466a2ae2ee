package dev.sluice.benchmarks;

import dev.sluice.engine.Runs;
import dev.sluice.engine.request.Request;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the suite and the plan written by hand by turns, as whole processes and within one, and
 * prints what each took and the ratio. Arguments: the page to write, the program's libraries, the
 * number of turns, then the numbers of rows.
 */
public final class Compare {

  private static final String BEGIN = "<!-- figures: written by benchmarks/run -->";
  private static final String END = "<!-- end of figures -->";

  private final Path folder;
  private final String libraries;
  private final int turns;
  private final List<String> page = new ArrayList<>();
  private final List<String> own = new ArrayList<>();

  private Compare(Path folder, String libraries, int turns) {
    this.folder = folder;
    this.libraries = libraries;
    this.turns = turns;
  }

  public static void main(String... arguments) throws Exception {
    Path folder = Files.createTempDirectory("sluice-benchmarks");
    Compare compare = new Compare(folder, arguments[1], Integer.parseInt(arguments[2]));
    compare.page.add(machine());
    compare.page.add("");
    compare.page.add(
        "| database | rows | how | by hand: s | processors | suite: s | processors | ratio of least seconds | of processors | of memory |");
    compare.page.add("|---|---|---|---|---|---|---|---|---|---|");
    try {
      for (int i = 3; i < arguments.length; i++) {
        compare.rows(Long.parseLong(arguments[i]));
      }
      compare.page.addAll(compare.own);
      compare.page.add("");
      compare.page.add(
          "What is our own, in milliseconds: 23 checks of the orders, and 1,000 checks of a table of 500 columns.");
      compare.page.add("");
      compare.page.addAll(OwnWork.stages());
    } finally {
      delete(folder);
    }
    write(Path.of(arguments[0]), compare.page);
  }

  private void rows(long rows) throws Exception {
    Path own = Files.createDirectory(folder.resolve("rows" + rows));
    Path database = own.resolve("orders.db");
    Orders.write(database.toString(), rows, own.toString());
    compare("DuckDB", "jdbc:duckdb:" + database, "duckdb.sql", rows, own);
    if (rows == 1_000_000) {
      this.own.add("");
      this.own.add("Twenty checks, and two hundred, over the same twelve columns, on DuckDB.");
      this.own.add("");
      this.own.addAll(OwnWork.many(libraries, "jdbc:duckdb:" + database, rows, turns, own));
    }
    if (rows <= 1_000_000) {
      try (Server server = new Server(own)) {
        compare("PostgreSQL", server.url(), "postgresql.sql", rows, own);
      }
    }
    delete(own);
  }

  private void compare(String name, String url, String plan, long rows, Path own) throws Exception {
    Path suite = own.resolve("suite.yml");
    String text = HandWritten.text("suite.yml").replace("${most}", Long.toString(rows / 10 * 9));
    Files.writeString(suite, text.replace("${table}", "orders"));
    Cost hand = new Cost();
    Cost sluice = new Cost();
    List<String> byHand =
        Processes.java(
            List.of("-XX:+UseSerialGC"), "dev.sluice.benchmarks.HandWritten", List.of(url, plan));
    List<String> bySluice =
        List.of(libraries, "check", suite.toString(), "--connection", url, "--quiet");
    for (int turn = 0; turn < turns; turn++) {
      Processes.run(byHand, own, hand);
      Processes.run(bySluice, own, sluice);
    }
    tell(name, rows, "whole process", hand, sluice);
    Cost within = new Cost();
    Cost sluiceWithin = new Cost();
    List<String> statements = HandWritten.plan(plan);
    for (int turn = -1; turn < turns; turn++) {
      inProcess(() -> HandWritten.run(url, statements), turn < 0 ? new Cost() : within);
      inProcess(() -> Runs.run(quietly(url, suite)), turn < 0 ? new Cost() : sluiceWithin);
    }
    tell(name, rows, "warm, in process", within, sluiceWithin);
  }

  /** The plan by hand does not tell the percentile either. */
  private static Request quietly(String url, Path suite) {
    return Request.of(
            Request.Command.CHECK, List.of(suite.toString()), suite.toAbsolutePath().getParent())
        .connection(Optional.of(url))
        .onlyUnmet(true)
        .build();
  }

  private interface Work {
    Object run() throws SQLException;
  }

  private static void inProcess(Work work, Cost cost) throws SQLException {
    long begun = System.nanoTime();
    long processor = processor();
    work.run();
    cost.add((System.nanoTime() - begun) / 1e9, (processor() - processor) / 1e9, 0);
  }

  private static long processor() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean bean
        ? bean.getProcessCpuTime()
        : 0;
  }

  private void tell(String name, long rows, String how, Cost hand, Cost sluice) {
    String line =
        "| %s | %,d | %s | %s | %s | %s | %s | %s | %s | %s |"
            .formatted(
                name,
                rows,
                how,
                hand.seconds(),
                Cost.round(hand.leastProcessor()),
                sluice.seconds(),
                Cost.round(sluice.leastProcessor()),
                Cost.round(sluice.least() / hand.least()),
                Cost.round(sluice.leastProcessor() / Math.max(hand.leastProcessor(), 0.001)),
                hand.peak() == 0 ? "" : Cost.round((double) sluice.peak() / hand.peak()));
    System.out.println(line);
    page.add(line);
  }

  private static String machine() {
    return "%s, %d processors shared with other work (load %s), %s %s, Java %s."
        .formatted(
            LocalDate.now(java.time.ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            Cost.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"));
  }

  private static void write(Path file, List<String> figures) throws IOException {
    String text = Files.readString(file);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (begin < BEGIN.length() || end < begin) {
      throw new IOException(file + " has no place for figures");
    }
    Files.writeString(
        file,
        text.substring(0, begin) + "\n" + String.join("\n", figures) + "\n" + text.substring(end));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
      }
    }
  }
}
