package dev.sluice.connectors.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many sweeps on one kind of database, two at a time, each on a database of its own. */
final class Campaign {

  private static final int LANES = 2;

  private final Site site;
  private final Path folder;
  private final List<Plan> plans = new ArrayList<>();

  Campaign(Site site, Path folder) {
    this.site = site;
    this.folder = folder;
  }

  private record Plan(Shape shape, Line line, Calls.Reach reach, Sweep.Choice choice) {}

  /** Adds a sweep over the calls that are counted. */
  void add(Shape shape, Line line, Calls.Reach reach, Sweep.Choice choice) {
    plans.add(new Plan(shape, line, reach, choice));
  }

  /**
   * Runs all sweeps and prints how many cases there were, by shape.
   *
   * @return what did not hold
   */
  List<String> run() throws InterruptedException {
    ExecutorService lanes = Executors.newFixedThreadPool(LANES);
    List<Future<Sweep>> running = new ArrayList<>();
    for (Plan plan : plans) {
      Path own = folder.resolve(site + "-" + plan.shape() + "-" + plan.line() + "-" + plan.reach());
      running.add(lanes.submit(() -> sweep(plan, own)));
    }
    List<String> violations = new ArrayList<>();
    Map<Shape, Integer> cases = new EnumMap<>(Shape.class);
    int sum = 0;
    for (int index = 0; index < plans.size(); index++) {
      Sweep sweep = done(running.get(index));
      cases.merge(plans.get(index).shape(), sweep.cases(), Integer::sum);
      sum += sweep.cases();
      violations.addAll(sweep.violations());
    }
    lanes.shutdown();
    System.out.println(
        "faults on "
            + site
            + ": "
            + sum
            + " cases "
            + cases.toString().toLowerCase(Locale.ROOT)
            + ", "
            + violations.size()
            + " violations");
    return violations;
  }

  private Sweep sweep(Plan plan, Path own) throws IOException, SQLException, InterruptedException {
    try (Stage stage = new Stage(site, Files.createDirectories(own), plan.shape(), plan.line())) {
      return new Sweep(stage, plan.reach()).run(plan.choice());
    }
  }

  private static Sweep done(Future<Sweep> sweep) throws InterruptedException {
    try {
      return sweep.get();
    } catch (ExecutionException thrown) {
      throw new IllegalStateException(thrown.getCause());
    }
  }
}
