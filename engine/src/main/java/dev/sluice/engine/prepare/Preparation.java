package dev.sluice.engine.prepare;

import dev.sluice.dsl.check.Checker;
import dev.sluice.dsl.check.Parameters;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.Severity;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.yaml.DurationText;
import dev.sluice.engine.catalogue.Catalogue;
import dev.sluice.engine.connector.ConnectionSettings;
import dev.sluice.engine.connector.DataFile;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.Failures;
import dev.sluice.engine.run.HeadStart;
import dev.sluice.engine.script.SuiteQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens the databases of a request's suites and makes these ready to be typed. */
public final class Preparation implements AutoCloseable {

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

  private final Request request;
  private final Instant now;
  private final Diagnostics diagnostics;
  private final Optional<Source> given;
  private final List<Connection> connections = new ArrayList<>();
  private final Map<List<Object>, Source> databases = new LinkedHashMap<>();

  /**
   * @param given the caller's own database, which then stands for every suite's
   */
  public Preparation(
      Request request, Instant now, Optional<Source> given, Diagnostics diagnostics) {
    this.request = request;
    this.given = given;
    this.now = now;
    this.diagnostics = diagnostics;
  }

  /** A suite whose database is open, or why it is not. */
  public record Prepared(
      SuiteSource source, String shown, Optional<ReadySuite> ready, Optional<Failure> failure) {}

  private record Planned(
      SuiteSource source,
      ConnectionChoice choice,
      NamedTables tables,
      Parameters parameters,
      ZoneId zone,
      Duration timeout) {}

  /**
   * Opens what the suites need. Where anything is wrong with what was written, databases are opened
   * to look names up alone, so that one run tells everything that is wrong.
   *
   * @return one entry a suite, in their order; fewer when there are diagnostics
   */
  public List<Prepared> open(List<SuiteSource> sources, boolean readOnly) {
    List<Planned> planned = new ArrayList<>();
    for (SuiteSource source : sources) {
      plan(source).ifPresent(planned::add);
    }
    boolean nothingRuns = diagnostics.hasErrors();
    List<Prepared> prepared = new ArrayList<>();
    for (Planned each : planned) {
      prepared.add(open(each, planned, readOnly || nothingRuns));
    }
    return prepared;
  }

  private int errors() {
    return (int)
        diagnostics.all().stream().filter(each -> each.severity() == Severity.ERROR).count();
  }

  private Optional<Planned> plan(SuiteSource source) {
    ZoneId zone = zone(source);
    // A purge judges nothing, so that a value may be missing.
    Parameters parameters =
        request.command() == Request.Command.PURGE
            ? Parameters.declared(source.file(), request.settings(), zone, diagnostics)
            : Parameters.of(source.file(), request.settings(), zone, diagnostics);
    source.file().sql().forEach(each -> SuiteQuery.check(each.query(), diagnostics));
    if (!source.configured()) {
      // In another database than the one that is meant every name would be unknown.
      Checker.lint(source.file(), parameters, now, zone, diagnostics);
      return Optional.empty();
    }
    int before = errors();
    NamedTables tables =
        NamedTables.of(
            source,
            request.tables(),
            request.directory(),
            request.command().readsCandidate(),
            diagnostics);
    if (!Arguments.isSuite(source.file().file())) {
      Root.of(source).check(tables.files(), tables.places(), source.file().file(), diagnostics);
    }
    Duration timeout =
        request
            .timeout()
            .or(() -> source.file().timeout().flatMap(text -> DurationText.parse(text.value())))
            .orElse(DEFAULT_TIMEOUT);
    Optional<Planned> planned =
        ConnectionChoice.of(source, request.connection(), request.directory(), diagnostics)
            .map(
                choice ->
                    new Planned(
                        source,
                        choice,
                        readable(source, choice, tables),
                        parameters,
                        zone,
                        timeout));
    if (errors() == before && planned.isPresent()) {
      return planned;
    }
    // Without its files or its database it is looked at as far as that goes.
    Checker.lint(source.file(), parameters, now, zone, diagnostics);
    return Optional.empty();
  }

  // Files that suites share are there for those whose database can read them.
  private NamedTables readable(SuiteSource source, ConnectionChoice choice, NamedTables tables) {
    if (choice.connector().readsFiles()) {
      return tables;
    }
    Set<String> meant = new HashSet<>(Set.of(tables.candidate()));
    Checker.tablesNamed(source.file(), new Diagnostics()).forEach(path -> meant.add(path.text()));
    for (DataFile file : tables.files()) {
      Scalar place = tables.places().get(file.name());
      if (place != null && meant.contains(file.name())) {
        diagnostics.add(
            Diagnostic.error(
                    Code.E0402,
                    "`"
                        + file.written()
                        + "` is a data file, and "
                        + choice.connector().name()
                        + " reads no files",
                    place.file(),
                    place.span())
                .help("load it into a table, or leave `connection` to DuckDB"));
      }
    }
    return tables.withoutFiles();
  }

  private void lint(Planned planned) {
    Checker.lint(planned.source().file(), planned.parameters(), now, planned.zone(), diagnostics);
  }

  private ZoneId zone(SuiteSource source) {
    Optional<Scalar> written = source.file().zone();
    if (written.isEmpty()) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(written.get().value());
    } catch (DateTimeException unknown) {
      diagnostics.add(
          Diagnostic.error(
                  Code.E0104,
                  "no time zone `" + written.get().value() + "`",
                  written.get().file(),
                  written.get().span())
              .help("write it as `Europe/Vienna` or `UTC`"));
      return ZoneOffset.UTC;
    }
  }

  private Prepared open(Planned planned, List<Planned> all, boolean readOnly) {
    String shown = planned.choice().shown();
    HeadStart.awaitRecorder();
    try {
      Source database = given.isPresent() ? given.get() : database(planned, all, readOnly);
      Connection connection = database.connect();
      if (database.closes()) {
        connections.add(connection);
      }
      FileWarnings.add(database.notes(), planned.source().file(), planned.tables(), diagnostics);
      return new Prepared(
          planned.source(),
          shown,
          Optional.of(ready(planned, database, connection)),
          Optional.empty());
    } catch (SQLException failure) {
      // What is wrong with the text is told first: exit 2 before exit 3.
      lint(planned);
      String code =
          planned.choice().connector().transactions().isBusy(failure) ? "busy" : "connection";
      return new Prepared(
          planned.source(),
          shown,
          Optional.empty(),
          Optional.of(
              new Failure(
                  code,
                  Failures.words(
                      failure,
                      planned.choice().connector().transactions(),
                      planned.source().tellsValues()))));
    }
  }

  private Source database(Planned planned, List<Planned> all, boolean readOnly)
      throws SQLException {
    ConnectionChoice choice = planned.choice();
    // What is written in one is seen in all of its URL; names of files are each suite's own.
    List<Object> key = List.of(choice.url(), choice.user(), planned.tables().files());
    Source open = databases.get(key);
    if (open != null) {
      return open;
    }
    List<NamedTables> sharing =
        all.stream()
            .filter(each -> each.choice().url().equals(choice.url()))
            .map(Planned::tables)
            .toList();
    Source source =
        OpenedSource.open(
            choice.connector(),
            new ConnectionSettings(
                choice.url(),
                choice.user(),
                choice.password(),
                choice.properties(),
                planned.tables().files(),
                NamedTables.paths(sharing),
                readOnly,
                planned.timeout()),
            choice.shown());
    databases.put(key, source);
    return source;
  }

  private ReadySuite ready(Planned planned, Source database, Connection connection)
      throws SQLException {
    SuiteCatalogue catalogue =
        new SuiteCatalogue(
            () ->
                new Catalogue(
                    connection,
                    database.connector().catalogue(),
                    planned.tables().names(),
                    List.of()),
            database.connector().catalogue().defaultSchema(connection));
    // A collector of its own: what is wrong with one suite keeps no other from being looked at.
    Diagnostics own = new Diagnostics();
    Checker checker =
        new Checker(
            planned.source().file(), catalogue, planned.parameters(), now, planned.zone(), own);
    return new ReadySuite(
        planned.source(),
        database,
        connection,
        catalogue,
        checker,
        planned.parameters(),
        planned.tables().candidate(),
        planned.tables().candidateIsFile(),
        now,
        planned.zone(),
        planned.timeout(),
        own);
  }

  @Override
  public void close() {
    connections.forEach(Preparation::close);
    databases.values().forEach(Source::close);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException alreadyAnswered) {
      // The outcome is known and told.
      return;
    }
  }
}
