package dev.sluice.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same checks by Deequ and by the suite on the same parquet files, as whole processes. */
final class Deequ implements Part {

  /** What Spark 3.5 opens on Java 17 when it is started by its own scripts. */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private final Path program;
  private final Path target;
  private final int turns;
  private final Figures figures =
      new Figures("rows", "suite: s", "processors", "Deequ: s", "processors", Cost.RATIOS);

  Deequ(Path program, Path target, int turns) {
    this.program = program;
    this.target = target;
    this.turns = turns;
  }

  @Override
  public void measure(Orders orders) throws Exception {
    orders.copy("parquet");
    Path folder = orders.folder();
    Path suite = folder.resolve("files.yml");
    Files.writeString(
        suite,
        HandWritten.text("suite.yml")
            .replace("${table}", "orders.parquet\ntables: {customers: customers.parquet}")
            .replace("${most}", Long.toString(orders.most())));
    List<String> bySuite = List.of(program.toString(), "check", suite.toString());
    Cost sluice = new Cost();
    Cost deequ = new Cost();
    for (int turn = 0; turn < turns; turn++) {
      Processes.run(bySuite, folder, "11 met, 12 failed", sluice);
      Processes.run(byDeequ(orders), folder, "11 met, 12 not met", deequ);
    }
    figures.add(orders.shown(), sluice.cells(), deequ.cells(), deequ.by(sluice));
  }

  private List<String> byDeequ(Orders orders) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("env", "SPARK_LOCAL_IP=127.0.0.1"));
    command.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx4g"));
    OPENED.forEach(each -> command.add("--add-opens=java.base/" + each + "=ALL-UNNAMED"));
    command.addAll(List.of("-cp", target.resolve("classes") + ":" + target.resolve("lib") + "/*"));
    command.addAll(
        List.of(
            "dev.sluice.benchmarks.deequ.Verify",
            "orders.parquet",
            "customers.parquet",
            Long.toString(orders.most())));
    return command;
  }

  @Override
  public List<String> table() {
    return figures.lines();
  }
}
