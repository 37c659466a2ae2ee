package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Checked;
import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.value.Values;
import dev.sluice.engine.audit.Audit;
import dev.sluice.engine.explain.ReadingText;
import dev.sluice.engine.explain.ReadingText.Fact;
import dev.sluice.engine.explain.Readings;
import dev.sluice.engine.plan.Planner;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.sql.SqlCompiler;
import dev.sluice.engine.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Single lines as they were read, with the scans that each would need by itself. */
final class ReadLines {

  private final ReadySuite suite;
  private final ReadySuite.Typed typed;
  private final Relation candidate;

  ReadLines(ReadySuite suite, ReadySuite.Typed typed, Relation candidate) {
    this.suite = suite;
    this.typed = typed;
    this.candidate = candidate;
  }

  String text(Checked line) {
    List<Fact> statements = new ArrayList<>();
    Expectation expectation = line.expectation();
    if (expectation instanceof Expectation.Sentence && !expectation.heading().ensure()) {
      statements.addAll(scans(expectation));
    } else if (expectation instanceof Expectation.Query query) {
      statements.add(new Fact("query", query.query().lines().toList()));
    }
    return ReadingText.lines(
            Readings.of(line, typed.candidate().table(), suite.file().where().map(Scalar::value)),
            statements)
        .stream()
        .map(each -> each + "\n")
        .collect(Collectors.joining());
  }

  private List<Fact> scans(Expectation expectation) {
    List<Scan> scans =
        Planner.plan(
            Audit.measurements(List.of(expectation), candidate),
            suite.database().connector().sql());
    SqlCompiler compiler = new SqlCompiler(suite.database().connector().sql());
    List<Fact> facts = new ArrayList<>();
    for (Scan scan : scans) {
      Statement statement = compiler.compile(scan);
      List<String> lines = new ArrayList<>();
      lines.add(scan.purpose());
      statement.sql().lines().forEach(lines::add);
      if (!statement.parameters().isEmpty()) {
        lines.add(
            statement.parameters().stream()
                .map(Values::text)
                .collect(Collectors.joining(", ", "bound: ", "")));
      }
      facts.add(new Fact("scan " + (facts.size() + 1), lines));
    }
    return facts;
  }
}
