package dev.sluice.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What is our own work: the stages before the first statement, as JMH finds them. */
final class OwnWork implements Part {

  private static final List<String> STAGES =
      List.of("read", "type", "plan", "compile", "judge", "report");

  /** Its tables are its own, and always the same. */
  @Override
  public void measure(Orders orders) {}

  /** Milliseconds in a warm process of its own. */
  @Override
  public List<String> table() throws RunnerException {
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
    Figures figures = new Figures("checks", String.join(" ms | ", STAGES) + " ms", "together ms");
    found.forEach(
        (checks, stages) -> {
          List<Double> taken =
              STAGES.stream().map(stage -> stages.getOrDefault(stage, Double.NaN)).toList();
          figures.add(
              "%,d".formatted(checks),
              taken.stream().map(Cost::round).collect(Collectors.joining(" | ")),
              Cost.round(taken.stream().mapToDouble(each -> each).sum()));
        });
    return figures.lines();
  }
}
