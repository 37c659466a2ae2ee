package dev.sluice.benchmarks;

import dev.sluice.engine.Runs;
import dev.sluice.engine.request.Request;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The suite beside the plan written by hand, by turns: as whole processes, and within this one when
 * it is warm.
 */
final class Checks implements Part {

  private static final int ROUNDS_TO_WARM = 15;

  private final Path program;
  private final int turns;
  private final Figures figures =
      new Figures(
          "database",
          "rows",
          "how",
          "by hand: s",
          "processors",
          "suite: s",
          "processors",
          Cost.RATIOS);

  Checks(Path program, int turns) {
    this.program = program;
    this.turns = turns;
  }

  @Override
  public void measure(Orders orders) throws Exception {
    compare("DuckDB", orders.url(), "duckdb.sql", orders);
    if (orders.rows() <= 1_000_000) {
      orders.copy("csv");
      try (Server server = new Server(orders.folder())) {
        compare("PostgreSQL", server.url(), "postgresql.sql", orders);
      }
    }
  }

  private void compare(String name, String url, String plan, Orders orders) throws Exception {
    Path suite = orders.folder().resolve("suite.yml");
    String text = HandWritten.text("suite.yml").replace("${table}", "orders");
    Files.writeString(suite, text.replace("${most}", Long.toString(orders.most())));
    Cost hand = new Cost();
    Cost sluice = new Cost();
    List<String> byHand =
        Processes.java(
            List.of("-XX:+UseSerialGC"), "dev.sluice.benchmarks.HandWritten", List.of(url, plan));
    List<String> bySuite =
        List.of(program.toString(), "check", suite.toString(), "--connection", url, "--quiet");
    for (int turn = 0; turn < turns; turn++) {
      Processes.run(byHand, orders.folder(), "dups", hand);
      Processes.run(bySuite, orders.folder(), "11 met, 12 failed", sluice);
    }
    figures.add(
        name, orders.shown(), "whole process", hand.cells(), sluice.cells(), sluice.by(hand));
    Cost within = new Cost();
    Cost sluiceWithin = new Cost();
    List<String> statements = HandWritten.plan(plan);
    Request request = quietly(url, suite);
    // A process that runs on has its code compiled; large tables take too long for so many rounds.
    int warm = orders.rows() <= 1_000_000 ? ROUNDS_TO_WARM : 2;
    for (int turn = -warm; turn < turns; turn++) {
      inProcess(() -> HandWritten.run(url, statements), turn < 0 ? new Cost() : within);
      inProcess(() -> Runs.run(request), turn < 0 ? new Cost() : sluiceWithin);
    }
    figures.add(
        name,
        orders.shown(),
        "warm, in process",
        within.cells(),
        sluiceWithin.cells(),
        sluiceWithin.by(within));
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

  @Override
  public List<String> table() {
    return figures.lines();
  }
}
