package dev.sluice.benchmarks;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A gate with three repairs and a quarantine, by hand and by suite, as whole processes by turns.
 * Each works on a copy of its own of the database; making it is not measured.
 */
final class Gate implements Part {

  private final Path program;
  private final int turns;
  private final Figures figures =
      new Figures("rows", "by hand: s", "processors", "suite: s", "processors", Cost.RATIOS);

  Gate(Path program, int turns) {
    this.program = program;
    this.turns = turns;
  }

  @Override
  public void measure(Orders orders) throws Exception {
    Path folder = Files.createDirectory(orders.folder().resolve("gate"));
    Path candidate = orders.with(folder, "create table published as select * from orders limit 0");
    Path suite = folder.resolve("gate.yml");
    Files.writeString(suite, HandWritten.text("gate.yml"));
    Path hand = folder.resolve("hand.db");
    Path sluice = folder.resolve("suite.db");
    String main = "dev.sluice.benchmarks.HandGate";
    List<String> byHand =
        Processes.java(List.of("-XX:+UseSerialGC"), main, List.of("jdbc:duckdb:" + hand));
    List<String> bySuite =
        List.of(
            program.toString(), "gate", suite.toString(), "--connection", "jdbc:duckdb:" + sluice);
    Cost handCost = new Cost();
    Cost sluiceCost = new Cost();
    for (int turn = 0; turn < turns; turn++) {
      fresh(candidate, hand);
      Processes.run(byHand, folder, "55 quarantined", handCost);
      String left = turn == 0 ? left(hand) : "";
      Files.delete(hand);
      fresh(candidate, sluice);
      Processes.run(bySuite, folder, "55 quarantined", sluiceCost);
      if (turn == 0 && !left.equals(left(sluice))) {
        throw new IOException("by hand: " + left + ", by suite: " + left(sluice));
      }
      Files.delete(sluice);
    }
    figures.add(orders.shown(), handCost.cells(), sluiceCost.cells(), sluiceCost.by(handCost));
  }

  /** A copy that is on the disk: else it would be written beside what is measured. */
  private static void fresh(Path from, Path to) throws IOException {
    Files.copy(from, to);
    try (FileChannel written = FileChannel.open(to, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  /** The number of rows in the target and in the quarantine, and the sums of their hashes. */
  private static String left(Path database) throws SQLException {
    String columns = String.join(", ", HandGate.COLUMNS);
    StringBuilder left = new StringBuilder();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      for (String name : new String[] {"published", "published_quarantine"}) {
        try (ResultSet row =
            statement.executeQuery(
                "select count(*), sum(hash(" + columns + ")::hugeint) from " + name)) {
          row.next();
          left.append(name).append(' ').append(row.getString(1)).append(' ');
          left.append(row.getString(2)).append('\n');
        }
      }
    }
    return left.toString();
  }

  @Override
  public List<String> table() {
    return figures.lines();
  }
}
