package dev.sluice.engine.flow;

import dev.sluice.engine.report.SuiteReport;
import dev.sluice.engine.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * How much of a run is done at the same time.
 *
 * @param suites at once
 * @param connections on which each of them may read at once
 */
record Jobs(int suites, int connections) {

  /** One thing after the other. */
  static final Jobs ONE = new Jobs(1, 1);

  /** What sorts or hashes all values runs beside what counts row by row. */
  private static final int WORTH_WHILE = 2;

  /**
   * Of so many suites.
   *
   * @param apart each suite has a connection of its own
   */
  static Jobs of(Request request, int suites, boolean apart) {
    if (request.jobs().isEmpty()) {
      return new Jobs(1, WORTH_WHILE);
    }
    int most = request.jobs().get();
    int atOnce = apart ? Math.max(1, Math.min(most, suites)) : 1;
    return new Jobs(atOnce, most / atOnce);
  }

  /**
   * The reports of suites that may change something, one after the other.
   *
   * @param stops whether after one that did not end well none follows
   */
  static List<SuiteReport> inTurn(List<Supplier<SuiteReport>> runs, boolean stops) {
    List<SuiteReport> reports = new ArrayList<>();
    for (Supplier<SuiteReport> each : runs) {
      SuiteReport report = each.get();
      reports.add(report);
      if (stops && report.outcome().exitCode() != 0) {
        break;
      }
    }
    return reports;
  }

  /** The reports of suites that change nothing, in the suites' order. */
  List<SuiteReport> carryOut(List<Supplier<SuiteReport>> runs) {
    if (suites == 1) {
      return runs.stream().map(Supplier::get).toList();
    }
    ExecutorService threads = Executors.newFixedThreadPool(suites, Jobs::thread);
    try {
      List<Future<SuiteReport>> answers = new ArrayList<>();
      runs.forEach(each -> answers.add(threads.submit(each::get)));
      List<SuiteReport> reports = new ArrayList<>();
      for (Future<SuiteReport> each : answers) {
        reports.add(each.get());
      }
      return reports;
    } catch (ExecutionException fault) {
      throw fault.getCause() instanceof RuntimeException own
          ? own
          : new IllegalStateException(fault.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while suites were read", interrupted);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "sluice-suite");
    thread.setDaemon(true);
    return thread;
  }
}
