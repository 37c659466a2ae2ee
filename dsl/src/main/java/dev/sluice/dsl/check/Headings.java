package dev.sluice.dsl.check;

import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.Printer;
import dev.sluice.dsl.yaml.SuiteFile.LineEntry;
import java.util.List;
import java.util.Optional;

/** What expectations are called, by rule 16 of the language. */
final class Headings {

  private static final String ENSURE = "ensure: ";

  private Headings() {}

  /**
   * @param column the column of a {@code columns:} line whose one name goes to several columns
   */
  static Expectation.Heading of(
      LineEntry entry, Line line, Optional<String> column, boolean ensure) {
    Optional<String> name = entry.name().map(Scalar::value);
    String own =
        name.map(each -> column.map(which -> each + " (" + which + ")").orElse(each))
            .orElseGet(() -> Printer.identity(line));
    return new Expectation.Heading(
        ensure ? ENSURE + own : own,
        name,
        Printer.line(line),
        fileLine(entry.sentence(), entry.sentence().span()),
        entry.because().map(Scalar::value),
        entry.tags().stream().map(Scalar::value).toList(),
        entry.owner().map(Scalar::value),
        ensure);
  }

  static Expectation.Heading of(
      String id,
      Optional<String> name,
      String line,
      int fileLine,
      Optional<Scalar> because,
      List<Scalar> tags) {
    return new Expectation.Heading(
        id,
        name,
        line,
        fileLine,
        because.map(Scalar::value),
        tags.stream().map(Scalar::value).toList(),
        Optional.empty(),
        false);
  }

  /** 1-based; 0 of a line that stands in no suite. */
  static int fileLine(Scalar text, Span span) {
    return text.file().name().equals(SourceFile.COMMAND_LINE)
        ? 0
        : text.file().position(span.start()).line();
  }
}
