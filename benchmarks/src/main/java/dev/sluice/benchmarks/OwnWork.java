package dev.sluice.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What is our own work: the stages before the first statement, and many lines over few columns. */
final class OwnWork {

  private static final List<String> STAGES = List.of("read", "type", "plan", "compile");

  private static final List<String> COLUMNS =
      List.of("order_id", "customer_id", "amount", "qty", "discount");

  private OwnWork() {}

  /** A table of milliseconds, as JMH finds them in a warm process of its own. */
  static List<String> stages() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(Stages.class.getName())
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(2))
            .measurementIterations(4)
            .measurementTime(TimeValue.seconds(1))
            .verbosity(VerboseMode.SILENT)
            .build();
    Map<Integer, Map<String, Double>> found = new TreeMap<>();
    for (RunResult each : new Runner(options).run()) {
      String name = each.getParams().getBenchmark();
      found
          .computeIfAbsent(
              Integer.parseInt(each.getParams().getParam("checks")), key -> new TreeMap<>())
          .put(name.substring(name.lastIndexOf('.') + 1), each.getPrimaryResult().getScore());
    }
    List<String> table = new ArrayList<>();
    table.add("| checks | " + String.join(" ms | ", STAGES) + " ms | together ms |");
    table.add("|---|---|---|---|---|---|");
    found.forEach(
        (checks, stages) -> {
          StringBuilder line = new StringBuilder("| %,d".formatted(checks));
          double sum = 0;
          for (String stage : STAGES) {
            double taken = stages.getOrDefault(stage, Double.NaN);
            line.append(" | ").append(Cost.round(taken));
            sum += taken;
          }
          table.add(line.append(" | ").append(Cost.round(sum)).append(" |").toString());
        });
    return table;
  }

  /** A table of 20 and of 200 lines over the same columns of the orders, as whole processes. */
  static List<String> many(String program, String url, long rows, int turns, Path folder)
      throws IOException, InterruptedException {
    Cost few = new Cost();
    Cost many = new Cost();
    Path twenty = suite(folder, 20);
    Path twoHundred = suite(folder, 200);
    for (int turn = 0; turn < turns; turn++) {
      Processes.run(List.of(program, "check", twenty.toString(), "--connection", url), folder, few);
      Processes.run(
          List.of(program, "check", twoHundred.toString(), "--connection", url), folder, many);
    }
    return List.of(
        "| rows | 20 checks: s | processors | 200 checks: s | processors | ratio of least seconds | of processors |",
        "|---|---|---|---|---|---|---|",
        "| %,d | %s | %s | %s | %s | %s | %s |"
            .formatted(
                rows,
                few.seconds(),
                Cost.round(few.leastProcessor()),
                many.seconds(),
                Cost.round(many.leastProcessor()),
                Cost.round(many.least() / few.least()),
                Cost.round(many.leastProcessor() / few.leastProcessor())));
  }

  // Twenty different lines over all twelve columns, then the same with other limits.
  private static Path suite(Path folder, int lines) throws IOException {
    List<String> text = new ArrayList<>(List.of("table: orders", "expect:"));
    for (int round = 1; text.size() < lines + 2; round++) {
      for (String column : COLUMNS) {
        text.add("  - %s >= -%d".formatted(column, round));
        text.add("  - %s < %d".formatted(column, 2_000_000_000 + round));
      }
      text.add(
          "  - status in ('new', 'paid', 'shipped', 'delivered', 'cancelled', 'returned', 'x%d')"
              .formatted(round));
      text.add("  - currency in ('EUR', 'USD', 'GBP', 'CHF', 'JPY', 'x%d')".formatted(round));
      for (String column : List.of("email", "country", "note")) {
        text.add("  - length(%s) < %d".formatted(column, 200 + round));
      }
      for (String column : List.of("created_at", "updated_at")) {
        text.add("  - %s > %d-01-01".formatted(column, 1900 + round));
      }
      text.add("  - updated_at >= created_at - %d seconds".formatted(1 + round));
      text.add("  - length(status) < %d".formatted(50 + round));
      text.add("  - length(currency) < %d".formatted(50 + round));
    }
    return Files.write(folder.resolve("many" + lines + ".yml"), text);
  }
}
