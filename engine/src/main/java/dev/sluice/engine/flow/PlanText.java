package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.engine.audit.Audit;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.KeyScan;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Offenders;
import dev.sluice.engine.plan.PercentileScreen;
import dev.sluice.engine.plan.Plan;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Rules;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.sql.SqlCompiler;
import dev.sluice.engine.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The scans of one relation in words: what each is for, what it reads, its rules and its SQL. */
final class PlanText {

  private final SqlProfile profile;
  private final SqlCompiler compiler;
  private final Relation relation;
  private final StringBuilder text;

  PlanText(ReadySuite suite, Relation relation, StringBuilder text) {
    this.profile = suite.database().connector().sql();
    this.compiler = new SqlCompiler(profile);
    this.relation = relation;
    this.text = text;
  }

  /**
   * @param lines of each measurement the lines that need it
   * @param first the first scan's number
   */
  void plan(Map<Measurement, Set<String>> lines, List<Expectation> judged, int first) {
    Plan plan = Plan.of(List.copyOf(lines.keySet()), profile, Rules.ALL);
    Set<Measurement> screened = Audit.screened(judged, relation);
    int number = first;
    for (Scan scan : plan.scans()) {
      Set<String> ids = new LinkedHashSet<>();
      scan.measurements().forEach(each -> ids.addAll(lines.getOrDefault(each, Set.of())));
      plan.keyScans().stream()
          .filter(keys -> scan.measurements().contains(keys.complete()))
          .forEach(keys -> ids.addAll(lines.getOrDefault(keys.tally(), Set.of())));
      title(number++, scan.purpose(), scan.measurements());
      ids.forEach(id -> text.append("  - ").append(id).append('\n'));
      if (screened.containsAll(scan.measurements())) {
        text.append("  rules: ")
            .append(PercentileScreen.NAME)
            .append("\n  with --quiet: only where a count of the values leaves it open\n");
      }
      statement(compiler.compile(scan));
    }
    for (KeyScan scan : plan.keyScans()) {
      title(number++, scan.purpose(), List.of(scan.tally()));
      lines
          .getOrDefault(scan.tally(), Set.of())
          .forEach(id -> text.append("  - ").append(id).append('\n'));
      text.append("  rules: ").append(String.join(", ", scan.rules())).append('\n');
      keys(scan);
    }
  }

  private void title(int number, String purpose, List<Measurement> measurements) {
    text.append("\nscan ").append(number).append(": ").append(purpose).append(", ");
    text.append(ColumnsRead.words(measurements, relation)).append('\n');
  }

  private void keys(KeyScan scan) {
    if (scan.is(KeyScan.Way.SCREENED)) {
      statement(compiler.screen(scan));
      text.append("  and where that finds any:\n");
    }
    if (scan.within().isPresent()) {
      Measurement.Tally part = scan.within().get();
      String key =
          Expressions.columns(part.check()).stream().collect(Collectors.joining("`, `", "`", "`"));
      text.append("  only among the duplicates of ").append(key).append(", where it has any:\n");
      statement(
          compiler.keys(
              scan, Offenders.example(part).narrowing(part).map(Offenders.Narrowing::statement)));
    } else {
      statement(compiler.keys(scan, Optional.empty()));
    }
  }

  private void statement(Statement statement) {
    statement.sql().lines().forEach(line -> text.append("    ").append(line).append('\n'));
  }
}
