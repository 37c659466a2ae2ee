package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.engine.audit.Audit;
import dev.sluice.engine.plan.KeyScan;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Offenders;
import dev.sluice.engine.plan.Plan;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Rules;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.prepare.Preparation;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.SuiteSource;
import dev.sluice.engine.prepare.Targets;
import dev.sluice.engine.prepare.Typing;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.sql.SqlCompiler;
import dev.sluice.engine.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what a suite would cost before anything runs: its scans, their lines, their SQL. */
public final class Explanation {

  private Explanation() {}

  /**
   * The text of all suites of a request.
   *
   * @throws dev.sluice.dsl.diagnostic.InvalidInput when something is wrong with what was written
   * @throws DatabaseFailure when a database cannot be reached
   */
  public static String of(Request request) {
    Diagnostics diagnostics = new Diagnostics();
    StringBuilder text = new StringBuilder();
    try (Preparation preparation =
        new Preparation(
            request, request.now().orElseGet(Instant::now), Optional.empty(), diagnostics)) {
      List<SuiteSource> sources = Targets.read(request, diagnostics);
      for (Preparation.Prepared each : preparation.open(sources, true)) {
        each.failure()
            .filter(failure -> !diagnostics.hasErrors())
            .ifPresent(
                failure -> {
                  throw new DatabaseFailure(failure.code(), failure.message());
                });
        each.ready()
            .ifPresent(
                suite -> {
                  explain(suite, text);
                  suite.diagnostics().all().forEach(diagnostics::add);
                });
      }
    }
    diagnostics.throwIfErrors();
    return text.toString();
  }

  private static void explain(ReadySuite suite, StringBuilder text) {
    new Typing(suite).type(Optional.empty()).ifPresent(typed -> explain(suite, typed, text));
  }

  private static void explain(ReadySuite suite, ReadySuite.Typed typed, StringBuilder text) {
    if (suite.diagnostics().hasErrors()) {
      return;
    }
    Relation candidate = new Relation.Stored(typed.candidate().table(), typed.where());
    Map<Measurement, Set<String>> lines = new LinkedHashMap<>();
    for (Expectation each : typed.expectations()) {
      for (Measurement measurement : Audit.measurements(List.of(each), candidate)) {
        lines.computeIfAbsent(measurement, key -> new LinkedHashSet<>()).add(each.heading().id());
      }
    }
    Plan plan =
        Plan.of(List.copyOf(lines.keySet()), suite.database().connector().sql(), Rules.ALL);
    SqlCompiler compiler = new SqlCompiler(suite.database().connector().sql());
    text.append(suite.source().shown())
        .append(": ")
        .append(suite.file().table().value())
        .append(" on ")
        .append(suite.database().shown())
        .append(", ")
        .append(count(typed.expectations().size(), "line"))
        .append(" in ")
        .append(count(plan.statements(), "scan"))
        .append('\n');
    int number = 1;
    for (Scan scan : plan.scans()) {
      Set<String> ids = new LinkedHashSet<>();
      scan.measurements().forEach(each -> ids.addAll(lines.getOrDefault(each, Set.of())));
      plan.keyScans().stream()
          .filter(keys -> scan.measurements().contains(keys.complete()))
          .forEach(keys -> ids.addAll(lines.getOrDefault(keys.tally(), Set.of())));
      text.append("\nscan ").append(number++).append(": ").append(scan.purpose()).append('\n');
      ids.forEach(id -> text.append("  - ").append(id).append('\n'));
      statement(compiler.compile(scan), text);
    }
    for (KeyScan scan : plan.keyScans()) {
      text.append("\nscan ").append(number++).append(": ").append(scan.purpose()).append('\n');
      lines.getOrDefault(scan.tally(), Set.of())
          .forEach(id -> text.append("  - ").append(id).append('\n'));
      text.append("  rules: ").append(String.join(", ", scan.rules())).append('\n');
      keys(scan, compiler, text);
    }
    queries(typed, text);
    text.append('\n');
  }

  private static void keys(KeyScan scan, SqlCompiler compiler, StringBuilder text) {
    if (scan.screened()) {
      statement(compiler.screen(scan), text);
      text.append("  and where that finds any:\n");
    }
    if (scan.within().isPresent()) {
      Measurement.Tally part = scan.within().get();
      String key =
          Expressions.columns(part.check()).stream().collect(Collectors.joining("`, `", "`", "`"));
      text.append("  only among the duplicates of ").append(key).append(", where it has any:\n");
      statement(compiler.keys(scan, Offenders.example(part).narrowing(part).map(Offenders.Narrowing::statement)), text);
    } else {
      statement(compiler.keys(scan, Optional.empty()), text);
    }
  }

  private static void statement(Statement statement, StringBuilder text) {
    statement.sql().lines().forEach(line -> text.append("    ").append(line).append('\n'));
  }

  private static void queries(ReadySuite.Typed typed, StringBuilder text) {
    for (Expectation each : typed.expectations()) {
      if (each instanceof Expectation.Query query) {
        text.append("\nquery of the suite: ").append(query.heading().id()).append('\n');
        query.query().lines().forEach(line -> text.append("    ").append(line).append('\n'));
      }
    }
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
