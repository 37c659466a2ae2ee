package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Unknown;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.SentenceParser;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.dsl.yaml.SuiteFile.ColumnEntry;
import dev.sluice.dsl.yaml.SuiteFile.LineEntry;
import dev.sluice.dsl.yaml.SuiteFile.SqlEntry;
import dev.sluice.dsl.yaml.SuiteFile.Subject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a suite's lines are called, as far as its text alone tells: for runs that never got further.
 */
public final class Outline {

  private Outline() {}

  /**
   * One line.
   *
   * @param expectation what it means of a table whose columns nobody knows; absent when not even
   *     that is known
   */
  public record Entry(Expectation.Heading heading, Optional<Expectation> expectation) {}

  /** All lines that parse; a line over columns by pattern is not among them. */
  public static List<Entry> of(SuiteFile file) {
    Diagnostics quiet = new Diagnostics();
    List<Expectation> known = known(file, quiet);
    if (!quiet.hasErrors() && file.columns().stream().noneMatch(Outline::hasPattern)) {
      return known.stream().map(each -> new Entry(each.heading(), Optional.of(each))).toList();
    }
    return headings(file).stream()
        .map(
            heading ->
                new Entry(
                    heading,
                    known.stream()
                        .filter(each -> each.heading().id().equals(heading.id()))
                        .findFirst()))
        .toList();
  }

  // Without any table, nor the values of parameters.
  private static List<Expectation> known(SuiteFile file, Diagnostics quiet) {
    Parameters declared = Parameters.declared(file, Map.of(), ZoneOffset.UTC, quiet);
    Checker checker = Checker.blind(file, declared, Instant.EPOCH, ZoneOffset.UTC, quiet);
    Table table = Unknown.table(file.table().value());
    return Stream.concat(checker.expectations(table).stream(), checker.ensure(table).stream())
        .map(Checked::expectation)
        .toList();
  }

  private static boolean hasPattern(ColumnEntry entry) {
    return entry.subjects().stream().anyMatch(Subject::pattern);
  }

  private static List<Expectation.Heading> headings(SuiteFile file) {
    List<Expectation.Heading> headings = new ArrayList<>();
    lines(file.expect(), false, headings);
    for (ColumnEntry entry : file.columns()) {
      columns(entry, headings);
    }
    for (SqlEntry entry : file.sql()) {
      headings.add(query(entry));
    }
    lines(file.ensure(), true, headings);
    return headings;
  }

  private static void lines(
      List<LineEntry> entries, boolean ensure, List<Expectation.Heading> headings) {
    for (LineEntry entry : entries) {
      SentenceParser.line(entry.sentence(), new Diagnostics())
          .map(line -> Headings.of(entry, line, Optional.empty(), ensure))
          .ifPresent(headings::add);
    }
  }

  private static void columns(ColumnEntry entry, List<Expectation.Heading> headings) {
    for (LineEntry line : entry.lines()) {
      for (Subject subject : entry.subjects()) {
        Name name = new Name(subject.text(), subject.quoted(), subject.span());
        if (!subject.pattern()) {
          SentenceParser.columnLine(line.sentence(), name, new Diagnostics())
              .map(each -> Headings.of(line, each, among(entry, subject), false))
              .ifPresent(headings::add);
        }
      }
    }
  }

  private static Optional<String> among(ColumnEntry entry, Subject subject) {
    return entry.subjects().size() > 1 ? Optional.of(subject.text()) : Optional.empty();
  }

  private static Expectation.Heading query(SqlEntry entry) {
    Scalar name = entry.name();
    return Headings.of(
        name.value(),
        Optional.of(name.value()),
        entry.query().value(),
        Headings.fileLine(name, name.span()),
        entry.because(),
        entry.tags());
  }
}
