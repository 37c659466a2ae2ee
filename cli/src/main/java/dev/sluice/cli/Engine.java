package dev.sluice.cli;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.suggest.Draft;
import java.nio.file.Path;
import java.util.List;

/** The work behind the command. */
interface Engine {

  /** Judges or gates. */
  Report run(Request request);

  /** What is wrong with suites; {@code offline} asks no database. */
  Findings lint(Request request, boolean offline);

  /**
   * The plan of a run as text, and how lines were read.
   *
   * @param each whether every line is told as it was read, not those of the arguments alone
   * @throws dev.sluice.dsl.diagnostic.InvalidInput when the request cannot be run
   */
  String explain(Request request, boolean each);

  /**
   * A first suite, drafted from data.
   *
   * @param folder in which it will lie
   * @throws dev.sluice.dsl.diagnostic.InvalidInput when the request cannot be run
   */
  Draft suggest(Request request, Path folder);

  /**
   * What a lint found.
   *
   * @param notes databases that could not be asked, for people
   */
  record Findings(List<Diagnostic> diagnostics, List<String> notes) {

    public Findings {
      diagnostics = List.copyOf(diagnostics);
      notes = List.copyOf(notes);
    }
  }
}
