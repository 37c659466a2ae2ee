package dev.sluice.dsl.syntax;

import dev.sluice.dsl.syntax.internal.LineWriter;
import java.util.Optional;

/**
 * The one spelling of a tree: what is printed parses to the same tree, and prints the same again.
 */
public final class Printer {

  private Printer() {}

  /** A whole line, clauses included. */
  public static String line(Line line) {
    return new LineWriter(Optional.empty()).line(line);
  }

  /**
   * A line of a {@code columns:} block: a test of the subject that begins with a word stands alone,
   * elsewhere the subject is {@code value}. (A line that begins with {@code >} or {@code !=} needs
   * quotes in YAML.)
   */
  public static String columnLine(Line line, Name subject) {
    return new LineWriter(Optional.of(subject)).columnLine(line);
  }

  public static String check(Node check) {
    return new LineWriter(Optional.empty()).check(check);
  }

  /** The text of an {@code except} key: {@code at most 10 rows}. */
  public static String tolerance(Line.Tolerance tolerance) {
    return LineWriter.tolerance(tolerance);
  }

  /**
   * Check, {@code where} and {@code per}: what an expectation measures, without how it is judged.
   */
  public static String identity(Line line) {
    return new LineWriter(Optional.empty()).identity(line);
  }

  /** A column's or table's name, in double quotes only where it needs them. */
  public static String name(Name name) {
    return LineWriter.name(name);
  }

  /** A table's dotted name. */
  public static String path(Path path) {
    return LineWriter.path(path);
  }
}
