package dev.sluice.connectors.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.format.SuiteFormatter;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.engine.Runs;
import dev.sluice.engine.flow.Linting;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.Verdict;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.Interruption;
import dev.sluice.engine.suggest.Draft;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts suites, and holds them against the data that they were drawn from. */
final class Drafts {

  private static final Instant NOW = Instant.parse("2026-02-01T06:00:00Z");
  private static final String FILE = "draft.yml";

  private Drafts() {}

  /** Of a table of the ground's database. */
  static Draft ofTable(Ground ground, String table) {
    return draft(ground.folder(), ground.folder(), table, Optional.of("here"));
  }

  /** Of a data file, in the database in memory. */
  static Draft ofFile(Path folder, String file, Map<String, String> tables) {
    return Runs.suggest(
        request(Request.Command.SUGGEST, folder, file, Optional.empty(), tables),
        folder,
        new Interruption());
  }

  /** For a suite that will lie in another folder. */
  static Draft draft(Path folder, Path suites, String target, Optional<String> connection) {
    return Runs.suggest(
        request(Request.Command.SUGGEST, folder, target, connection, Map.of()),
        suites,
        new Interruption());
  }

  /** It is in the one spelling, nothing is wrong in it, and the data meets all of it. */
  static void hold(Ground ground, Draft draft) {
    String text = draft.text();
    Diagnostics diagnostics = new Diagnostics();
    assertThat(SuiteFormatter.format(new SourceFile(FILE, text), diagnostics))
        .as("%s\n%s", diagnostics.all(), text)
        .contains(text);
    ground.write(FILE, text);
    Path folder = ground.folder();
    Linting.Result lint =
        Runs.lint(request(Request.Command.LINT, folder, FILE, Optional.empty(), Map.of()), false);
    assertThat(lint.diagnostics()).as(text).isEmpty();
    assertThat(lint.notes()).isEmpty();
    Report report =
        Runs.run(request(Request.Command.CHECK, folder, FILE, Optional.empty(), Map.of()));
    assertThat(report.diagnostics()).isEmpty();
    List<ExpectationReport> lines = report.suites().get(0).expectations();
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.verdict()).as("%s", line).isEqualTo(Verdict.MET))
        .hasSize(draft.lines());
    assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
  }

  private static Request request(
      Request.Command command,
      Path folder,
      String target,
      Optional<String> connection,
      Map<String, String> tables) {
    return Request.of(command, List.of(target), folder)
        .connection(connection)
        .tables(tables)
        .now(Optional.of(NOW))
        .build();
  }
}
