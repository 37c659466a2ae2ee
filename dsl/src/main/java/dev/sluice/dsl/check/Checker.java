package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Definitions;
import dev.sluice.dsl.check.internal.Names;
import dev.sluice.dsl.check.internal.Scope;
import dev.sluice.dsl.check.internal.Typing;
import dev.sluice.dsl.check.internal.Unknown;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.syntax.SentenceParser;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.table.TableLookup;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.dsl.yaml.SuiteFile.ColumnEntry;
import dev.sluice.dsl.yaml.SuiteFile.LineEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Types a suite against the tables that it speaks of. Everything wrong goes to the diagnostics, all
 * of it in one pass; what is handed back leaves out the lines that are wrong, so look at {@link
 * Diagnostics#hasErrors} before using it.
 */
public final class Checker {

  private final SuiteFile file;
  private final Diagnostics diagnostics;
  private final Parameters parameters;
  private final Sentences sentences;
  private final Definitions definitions;
  private final Typing typing;
  private final LineCheck lines;
  private final Policy policy;

  /**
   * @param now the one reading of the clock
   * @param zone in which timestamps without zone are read
   */
  public Checker(
      SuiteFile file,
      TableLookup lookup,
      Parameters parameters,
      Instant now,
      ZoneId zone,
      Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
    this.parameters = parameters;
    this.sentences = new Sentences(file, diagnostics);
    this.definitions = DefinitionCheck.definitions(file.define(), sentences, diagnostics);
    this.typing =
        new Typing(
            new Names(lookup, sentences.tables(), parameters.names()),
            definitions,
            parameters.given(now, zone),
            diagnostics);
    this.lines = new LineCheck(typing, diagnostics);
    this.policy =
        WholeActions.policy(file.policy(), Policy.of(new Policy.Action.Fail()), diagnostics);
  }

  /** Every table that a sentence of the suite speaks of, without any look-up. */
  public static List<Path> tablesNamed(SuiteFile file, Diagnostics diagnostics) {
    return new Sentences(file, diagnostics).tables();
  }

  /**
   * Says what can be said without looking at any table: form, levels, policies, parameters, and
   * types where they follow from the text alone.
   */
  public static void lint(
      SuiteFile file, Parameters parameters, Instant now, ZoneId zone, Diagnostics diagnostics) {
    Checker checker = blind(file, parameters, now, zone, diagnostics);
    Table candidate = Unknown.table(file.table().value());
    checker.where(candidate);
    checker.expectations(candidate);
    checker.ensure(candidate);
    checker.slice(candidate);
    checker.batch();
    checker.unused();
  }

  /** One that takes every name for a table or column, of a type that nobody knows. */
  static Checker blind(
      SuiteFile file, Parameters parameters, Instant now, ZoneId zone, Diagnostics diagnostics) {
    TableLookup nothing = path -> new TableLookup.Found.One(Unknown.table(path.text()));
    return new Checker(file, nothing, parameters, now, zone, diagnostics);
  }

  /** Says what is wrong with definitions that nothing has used; to be asked for last. */
  public void unused() {
    definitions.checkUnused(typing);
  }

  /** The suite's {@code where}. */
  public Optional<Expression> where(Table candidate) {
    return file.where().flatMap(text -> filter(text, candidate, Scope.Place.WHERE));
  }

  /** The check of {@code publish: slice:}; empty where there is none, and for {@code all}. */
  public Optional<Expression> slice(Table target) {
    return sentences.slice().flatMap(text -> filter(text, target, Scope.Place.SLICE));
  }

  /** True for {@code slice: all}. */
  public boolean sliceIsAll() {
    return file.publish().flatMap(SuiteFile.PublishEntry::slice).isPresent()
        && sentences.slice().isEmpty();
  }

  private Optional<Expression> filter(Scalar text, Table table, Scope.Place place) {
    Optional<Node> node = sentences.check(text);
    return node.flatMap(
        each -> typing.attempt(() -> Filters.rows(each, text, table, place, typing)));
  }

  /** The load's name. */
  public Optional<String> batch() {
    return file.batch().flatMap(text -> Batch.text(text, parameters, diagnostics));
  }

  /** {@code expect}, {@code columns}, {@code schema} and {@code sql}, in the order of the file. */
  public List<Checked> expectations(Table candidate) {
    List<Checked> all = new ArrayList<>();
    for (LineEntry entry : file.expect()) {
      sentences
          .line(entry.sentence())
          .flatMap(line -> checked(entry, line, Optional.empty(), policy, candidate, false))
          .ifPresent(all::add);
    }
    for (ColumnEntry entry : file.columns()) {
      all.addAll(columnLines(entry, candidate));
    }
    file.schema()
        .flatMap(each -> SchemaCheck.check(each, file.file(), policy, diagnostics))
        .ifPresent(all::add);
    QueryCheck queries = new QueryCheck(typing, diagnostics);
    file.sql().forEach(entry -> queries.check(entry, policy).ifPresent(all::add));
    all.sort(Comparator.comparingInt(this::position));
    Identities.check(all, sentences.names(), diagnostics);
    return List.copyOf(all);
  }

  /** Lines that came from elsewhere than the file, as of the command line, come last. */
  private int position(Checked checked) {
    return checked.text().file().equals(file.file())
        ? checked.text().span().start()
        : Integer.MAX_VALUE;
  }

  private List<Checked> columnLines(ColumnEntry entry, Table candidate) {
    List<Checked> all = new ArrayList<>();
    List<Name> subjects = new ColumnLines(typing).subjects(entry, candidate);
    for (LineEntry line : entry.lines()) {
      all.addAll(columnLine(line, subjects, candidate));
    }
    return all;
  }

  /** One line of each of its columns; what is wrong is told of the first that it is wrong for. */
  private List<Checked> columnLine(LineEntry entry, List<Name> subjects, Table candidate) {
    List<Checked> all = new ArrayList<>();
    Scope scope = Scope.of(entry.sentence(), candidate, Scope.Place.CHECK);
    for (Name subject : subjects) {
      String column = typing.names().column(subject, scope).name();
      Optional<String> among = subjects.size() > 1 ? Optional.of(column) : Optional.empty();
      Optional<Checked> checked =
          sentences
              .columnLine(entry.sentence(), subject)
              .flatMap(
                  line ->
                      checked(
                          entry,
                          line,
                          Optional.of(column),
                          Headings.of(entry, line, among, false),
                          policy,
                          candidate,
                          false));
      if (checked.isEmpty()) {
        break;
      }
      all.add(checked.get());
    }
    return all;
  }

  /** The lines that judge the target after the write. */
  public List<Checked> ensure(Table target) {
    List<Checked> all = new ArrayList<>();
    Policy rollback = Policy.of(new Policy.Action.Rollback());
    for (LineEntry entry : file.ensure()) {
      sentences
          .line(entry.sentence())
          .flatMap(line -> checked(entry, line, Optional.empty(), rollback, target, true))
          .ifPresent(all::add);
    }
    Identities.check(all, sentences.names(), diagnostics);
    return List.copyOf(all);
  }

  private Optional<Checked> checked(
      LineEntry entry,
      Line line,
      Optional<String> subject,
      Policy fallback,
      Table table,
      boolean ensure) {
    Expectation.Heading heading = Headings.of(entry, line, Optional.empty(), ensure);
    return checked(entry, line, subject, heading, fallback, table, ensure);
  }

  private Optional<Checked> checked(
      LineEntry entry,
      Line line,
      Optional<String> subject,
      Expectation.Heading heading,
      Policy fallback,
      Table table,
      boolean ensure) {
    LineCheck.Given given = new LineCheck.Given(line, entry.sentence(), subject, ensure);
    return lines
        .sentence(given, heading, fallback, table)
        .map(sentence -> new Checked(sentence, entry.sentence(), Optional.of(line)));
  }

  /** Columns that a suite lists by name, as {@code key} and {@code sensitive} do. */
  public List<Column> columns(List<Scalar> names, Table table) {
    List<Column> found = new ArrayList<>();
    for (Scalar text : names) {
      Scope scope = Scope.of(text, table, Scope.Place.CHECK);
      SentenceParser.name(text, diagnostics)
          .flatMap(name -> typing.attempt(() -> typing.names().column(name, scope)))
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }
}
