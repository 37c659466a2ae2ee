package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Checked;
import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.engine.audit.Audit;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.plan.Allowance;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Rules;
import dev.sluice.engine.prepare.Preparation;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.SuiteSource;
import dev.sluice.engine.prepare.Targets;
import dev.sluice.engine.prepare.Typing;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.DatabaseFailure;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Tells, before anything runs, what a suite would cost: its scans, their lines, their SQL; and of
 * single lines how they were read.
 */
public final class Explanation {

  private Explanation() {}

  /**
   * The text of all suites of a request. Lines given beside a suite, a file or a table are told as
   * they were read; of a suite's own lines the plan is told.
   *
   * @param each whether a suite's own lines are told as they were read, too
   * @throws dev.sluice.dsl.diagnostic.InvalidInput when something is wrong with what was written
   * @throws DatabaseFailure when a database cannot be reached
   */
  public static Explained of(Request request, boolean each) {
    Diagnostics diagnostics = new Diagnostics();
    StringBuilder text = new StringBuilder();
    try (Preparation preparation =
        new Preparation(
            request, request.now().orElseGet(Instant::now), Optional.empty(), diagnostics)) {
      List<SuiteSource> sources = Targets.read(request, diagnostics);
      for (Preparation.Prepared prepared : preparation.open(sources, true)) {
        prepared
            .failure()
            .filter(failure -> !diagnostics.hasErrors())
            .ifPresent(
                failure -> {
                  throw new DatabaseFailure(failure.code(), failure.message());
                });
        prepared
            .ready()
            .ifPresent(
                suite -> {
                  explain(suite, each, text);
                  suite.diagnostics().all().forEach(diagnostics::add);
                });
      }
    }
    diagnostics.throwIfErrors();
    return new Explained(text.toString(), diagnostics.all());
  }

  private static void explain(ReadySuite suite, boolean each, StringBuilder text) {
    new Typing(suite)
        .type(Optional.empty())
        .ifPresent(
            typed -> {
              Allowance.functions(
                  typed.expect(), suite.database().connector(), suite.diagnostics());
              if (!suite.diagnostics().hasErrors()) {
                explain(suite, typed, each, text);
              }
            });
  }

  private static void explain(
      ReadySuite suite, ReadySuite.Typed typed, boolean each, StringBuilder text) {
    Relation candidate = new Relation.Stored(typed.candidate().table(), typed.where());
    List<Expectation> lines = typed.expectations();
    List<Expectation> ensured = typed.ensured();
    Relation target = new Relation.Stored(new SideTables(suite).standing(typed), Optional.empty());
    int scans = Budget.scans(suite, lines, candidate);
    int after = ensured.isEmpty() ? 0 : Budget.scans(suite, ensured, target);
    header(suite, lines.size() + ensured.size(), scans + after, text);
    if (typed.expect().stream().anyMatch(line -> !isGiven(line))) {
      Map<Measurement, Set<String>> ids = ids(lines, candidate);
      text.append(size(suite, typed))
          .append(ColumnsRead.words(ids.keySet(), candidate))
          .append('\n');
      new PlanText(suite, candidate, text).plan(ids, lines, 1);
      queries(typed, text);
      samples(Audit.sampledTogether(lines, candidate), text);
    }
    if (!ensured.isEmpty()) {
      text.append("\nensured after the write:\n");
      new PlanText(suite, target, text).plan(ids(ensured, target), ensured, scans + 1);
    }
    ReadLines reading = new ReadLines(suite, typed, candidate);
    List<Checked> told = new ArrayList<>(typed.expect());
    told.addAll(typed.ensure());
    told.stream()
        .filter(line -> each || isGiven(line))
        .forEach(line -> text.append('\n').append(reading.text(line)));
    text.append('\n');
  }

  private static Map<Measurement, Set<String>> ids(List<Expectation> lines, Relation relation) {
    Map<Measurement, Set<String>> ids = new LinkedHashMap<>();
    for (Expectation line : lines) {
      for (Measurement measurement : Audit.measurements(List.of(line), relation)) {
        ids.computeIfAbsent(measurement, key -> new LinkedHashSet<>()).add(line.heading().id());
      }
    }
    return ids;
  }

  private static boolean isGiven(Checked line) {
    return line.text().file().name().equals(SourceFile.COMMAND_LINE);
  }

  private static void header(ReadySuite suite, int lines, int scans, StringBuilder text) {
    String shown = suite.source().shown();
    String table = suite.file().table().value();
    text.append(shown.equals(table) ? shown : shown + ": " + table)
        .append(" on ")
        .append(suite.database().shown())
        .append(", ")
        .append(count(lines, "line"))
        .append(" in ")
        .append(count(scans, "scan"))
        .append('\n');
  }

  // What the catalogue remembers costs nothing; counting would be a scan.
  private static String size(ReadySuite suite, ReadySuite.Typed typed) {
    try {
      OptionalLong rows =
          suite
              .database()
              .connector()
              .catalogue()
              .estimatedRows(suite.connection(), typed.candidate().table());
      return rows.isPresent()
          ? "about " + Wording.count(rows.getAsLong(), "rows") + ", says the catalogue; "
          : "";
    } catch (SQLException unknown) {
      return "";
    }
  }

  private static void queries(ReadySuite.Typed typed, StringBuilder text) {
    for (Expectation each : typed.expectations()) {
      if (each instanceof Expectation.Query query) {
        text.append("\nquery of the suite: ").append(query.heading().id()).append('\n');
        query.query().lines().forEach(line -> text.append("    ").append(line).append('\n'));
      }
    }
  }

  private static void samples(int together, StringBuilder text) {
    if (together > 1) {
      text.append("\nsamples, after the scans, of lines that are not met\n  rules: ")
          .append(Rules.SAMPLES_TOGETHER)
          .append("\n  ")
          .append(together)
          .append(" lines are told by the row alone: one statement fetches those of several\n");
    }
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
