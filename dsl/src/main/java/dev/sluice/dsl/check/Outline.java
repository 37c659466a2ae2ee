package dev.sluice.dsl.check;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.SentenceParser;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.dsl.yaml.SuiteFile.ColumnEntry;
import dev.sluice.dsl.yaml.SuiteFile.LineEntry;
import dev.sluice.dsl.yaml.SuiteFile.SqlEntry;
import dev.sluice.dsl.yaml.SuiteFile.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a suite's lines are called, as far as its text alone tells: for runs that never got further.
 */
public final class Outline {

  private Outline() {}

  /** The headings of all lines that parse; a line over columns by pattern is not among them. */
  public static List<Expectation.Heading> of(SuiteFile file) {
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
              .map(each -> Headings.of(line, each, Optional.of(subject.text()), false))
              .ifPresent(headings::add);
        }
      }
    }
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
