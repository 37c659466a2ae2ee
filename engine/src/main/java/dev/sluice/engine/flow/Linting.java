package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Checker;
import dev.sluice.dsl.check.Parameters;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.engine.prepare.Preparation;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.SuiteSource;
import dev.sluice.engine.prepare.Targets;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.script.SuiteQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says everything that is wrong with suites, and runs nothing. */
public final class Linting {

  private Linting() {}

  /**
   * What was found.
   *
   * @param notes databases that could not be asked, for people
   */
  public record Result(int suites, List<Diagnostic> diagnostics, List<String> notes) {}

  /**
   * Looks at all suites of a request.
   *
   * @param offline asks no database: names of tables and columns are taken as they are
   */
  public static Result of(Request request, boolean offline) {
    Diagnostics diagnostics = new Diagnostics();
    List<SuiteSource> sources = Targets.read(request, diagnostics);
    Instant now = request.now().orElseGet(Instant::now);
    sources.forEach(source -> appendWithoutBatch(source, diagnostics));
    if (offline) {
      for (SuiteSource source : sources) {
        Parameters parameters =
            Parameters.declared(source.file(), request.settings(), ZoneOffset.UTC, diagnostics);
        Checker.lint(source.file(), parameters, now, ZoneOffset.UTC, diagnostics);
        source.file().sql().forEach(each -> SuiteQuery.check(each.query(), diagnostics));
      }
      return new Result(sources.size(), diagnostics.all(), List.of());
    }
    List<String> notes = online(request, sources, now, diagnostics);
    return new Result(sources.size(), diagnostics.all(), notes);
  }

  private static List<String> online(
      Request request, List<SuiteSource> sources, Instant now, Diagnostics diagnostics) {
    List<String> notes = new ArrayList<>();
    try (Preparation preparation = new Preparation(request, now, Optional.empty(), diagnostics)) {
      for (Preparation.Prepared each : preparation.open(sources, true)) {
        each.failure()
            .ifPresent(
                failure ->
                    notes.add(
                        each.source().shown()
                            + " was linted without its database: "
                            + failure.message()));
        each.ready()
            .ifPresent(
                suite -> {
                  type(suite, notes);
                  suite.diagnostics().all().forEach(diagnostics::add);
                });
      }
    }
    return notes;
  }

  private static void type(ReadySuite suite, List<String> notes) {
    try {
      GateLint.of(suite);
    } catch (DatabaseFailure failure) {
      notes.add(suite.source().shown() + ": " + failure.failure().message());
    }
  }

  private static void appendWithoutBatch(SuiteSource source, Diagnostics diagnostics) {
    SuiteFile file = source.file();
    boolean appends =
        file.publish()
            .filter(each -> each.mode().map(Scalar::value).orElse("append").equals("append"))
            .isPresent();
    if (appends && file.batch().isEmpty()) {
      Scalar into = file.publish().orElseThrow().into();
      diagnostics.add(
          Diagnostic.error(
                  Code.W0001,
                  "`append` without `batch:` publishes the rows again when it is run again",
                  into.file(),
                  into.span())
              .help("name the load: `batch: $load_date`")
              .asWarning());
    }
  }
}
