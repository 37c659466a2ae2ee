package dev.sluice.engine.suggest;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.table.TableLookup;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.prepare.Preparation;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.SuiteSource;
import dev.sluice.engine.prepare.Targets;
import dev.sluice.engine.prepare.Typing;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Deadline;
import dev.sluice.engine.run.Failures;
import dev.sluice.engine.run.Interruption;
import dev.sluice.engine.run.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Drafts a suite from a table or data file. It only reads. */
public final class Drafting {

  /** With fewer rows nothing is concluded from their values. */
  static final int FEWEST = 10;

  private final Request request;
  private final ReadySuite suite;
  private final Session session;

  private Drafting(Request request, ReadySuite suite, Session session) {
    this.request = request;
    this.suite = suite;
    this.session = session;
  }

  /**
   * The suite for the request's one target.
   *
   * @param folder in which the suite will lie: its paths are relative to it
   * @throws dev.sluice.dsl.diagnostic.InvalidInput when something is wrong with what was written
   * @throws DatabaseFailure when the database cannot be reached or does not answer
   */
  public static Draft of(Request request, java.nio.file.Path folder, Interruption interruption) {
    Diagnostics diagnostics = new Diagnostics();
    try (Preparation preparation =
        new Preparation(
            request, request.now().orElseGet(Instant::now), Optional.empty(), diagnostics)) {
      List<SuiteSource> sources = Targets.bare(request, diagnostics);
      List<Preparation.Prepared> prepared = preparation.open(sources, true);
      diagnostics.throwIfErrors();
      Preparation.Prepared only = prepared.get(0);
      only.failure()
          .ifPresent(
              failure -> {
                throw new DatabaseFailure(failure.code(), failure.message());
              });
      SuiteText text = draft(request, only.ready().orElseThrow(), folder, interruption);
      return new Draft(text.text(), text.lines(), diagnostics.all());
    }
  }

  private static SuiteText draft(
      Request request, ReadySuite suite, java.nio.file.Path folder, Interruption interruption) {
    Optional<ReadySuite.Typed> typed = new Typing(suite).type(Optional.empty());
    suite.diagnostics().throwIfErrors();
    try {
      Session session =
          new Session(
              suite.database().connector(),
              suite.connection(),
              Deadline.in(suite.timeout()),
              interruption,
              true);
      session.beginReading();
      SuiteText text =
          new Drafting(request, suite, session).draft(typed.orElseThrow().candidate(), folder);
      session.rollback();
      return text;
    } catch (SQLException failure) {
      throw Failures.failure(failure);
    }
  }

  private SuiteText draft(CatalogueReader.Entry candidate, java.nio.file.Path folder) {
    Inquiry inquiry = new Inquiry(suite, session, request.progress(), candidate.table());
    Survey survey = Survey.of(inquiry, candidate.table().columns());
    SuiteText text = new SuiteText(request, suite, folder);
    text.begin(survey.rows(), candidate.table().columns().size());
    Set<String> referred = new LinkedHashSet<>();
    Lines lines = Lines.of(survey, candidate, tables(candidate.table()), inquiry, suite.now());
    lines.references().forEach(each -> referred.add(each.table()));
    text.place(referred);
    text.lines(lines);
    text.schema(candidate.table());
    return text;
  }

  /** The tables that have a name in {@code tables:}, but for the candidate. */
  private Map<String, Table> tables(Table candidate) {
    Set<String> names = new LinkedHashSet<>();
    suite
        .source()
        .configuration()
        .ifPresent(file -> file.tables().forEach(each -> names.add(each.name().value())));
    request.tables().keySet().stream().sorted().forEach(names::add);
    Map<String, Table> tables = new LinkedHashMap<>();
    Span nowhere = new Span(0, 0);
    for (String name : names) {
      Path path = new Path(List.of(new Name(name, true, nowhere)), nowhere);
      if (suite.catalogue().find(path) instanceof TableLookup.Found.One one
          && !one.table().path().equals(candidate.path())) {
        tables.put(name, one.table());
      }
    }
    return tables;
  }
}
