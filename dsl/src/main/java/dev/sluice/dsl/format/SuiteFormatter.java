package dev.sluice.dsl.format;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Printer;
import dev.sluice.dsl.syntax.SentenceParser;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.dsl.yaml.SuiteFile.ColumnEntry;
import dev.sluice.dsl.yaml.SuiteFile.LineEntry;
import dev.sluice.dsl.yaml.SuiteFile.Subject;
import dev.sluice.dsl.yaml.SuiteReader;
import dev.sluice.dsl.yaml.TextReplacement;
import java.util.Optional;

/** Gives a suite's sentences their one spelling. */
public final class SuiteFormatter {

  // Of `slice`: a word, where a column of that name has double quotes.
  private static final String ALL = "all";
  // Stands for the subject of a block of several columns; no column can be written like this.
  private static final Name SEVERAL = new Name("\u0000", true, new Span(0, 0));

  private final TextReplacement replacement;
  private final Diagnostics diagnostics;

  private SuiteFormatter(SourceFile file, Diagnostics diagnostics) {
    this.replacement = new TextReplacement(file);
    this.diagnostics = diagnostics;
  }

  /**
   * The file with every sentence in the one spelling; comments, order and all other text are kept
   * as they are. Formatting the result again changes nothing.
   *
   * @return empty when the file has errors, which are added to {@code diagnostics}
   */
  public static Optional<String> format(SourceFile file, Diagnostics diagnostics) {
    Diagnostics found = new Diagnostics();
    Optional<SuiteFile> suite = SuiteReader.read(file, found);
    Optional<String> text = suite.map(each -> new SuiteFormatter(file, found).format(each));
    found.all().forEach(diagnostics::add);
    return text.filter(each -> !found.hasErrors());
  }

  private String format(SuiteFile suite) {
    suite.expect().forEach(this::line);
    suite.ensure().forEach(this::line);
    suite.columns().forEach(this::columnLines);
    suite.where().ifPresent(this::check);
    suite.publish().flatMap(SuiteFile.PublishEntry::slice).ifPresent(this::slice);
    suite.define().forEach(each -> check(each.sentence()));
    suite.sql().forEach(each -> each.except().ifPresent(this::tolerance));
    return replacement.text();
  }

  private void line(LineEntry entry) {
    Scalar text = entry.sentence();
    SentenceParser.line(text, diagnostics)
        .ifPresent(line -> replacement.put(text, Printer.line(line)));
  }

  private void columnLines(ColumnEntry entry) {
    Name subject = entry.subjects().size() == 1 ? name(entry.subjects().get(0)) : SEVERAL;
    for (LineEntry line : entry.lines()) {
      Scalar text = line.sentence();
      SentenceParser.columnLine(text, subject, diagnostics)
          .ifPresent(each -> replacement.put(text, Printer.columnLine(each, subject)));
    }
  }

  private static Name name(Subject subject) {
    return subject.pattern() ? SEVERAL : new Name(subject.text(), subject.quoted(), new Span(0, 0));
  }

  private void check(Scalar text) {
    SentenceParser.check(text, diagnostics)
        .ifPresent(check -> replacement.put(text, Printer.check(check)));
  }

  private void slice(Scalar text) {
    if (!text.value().strip().equals(ALL)) {
      SentenceParser.check(text, diagnostics)
          .map(Printer::check)
          .filter(printed -> !printed.equals(ALL))
          .ifPresent(printed -> replacement.put(text, printed));
    }
  }

  private void tolerance(Scalar text) {
    SentenceParser.tolerance(text, diagnostics)
        .ifPresent(bound -> replacement.put(text, Printer.tolerance(bound)));
  }
}
