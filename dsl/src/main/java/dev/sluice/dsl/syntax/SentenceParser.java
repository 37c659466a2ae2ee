package dev.sluice.dsl.syntax;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.syntax.internal.Form;
import dev.sluice.dsl.syntax.internal.Reading;
import java.util.List;
import java.util.Optional;

/**
 * From text to the syntax tree. Each method gives a tree, or adds one error to the diagnostics and
 * gives nothing; never more than one error a text. Spans in the tree count code points of the
 * scalar's value.
 */
public final class SentenceParser {

  private SentenceParser() {}

  /** One expectation: a check and its clauses. */
  public static Optional<Line> line(Scalar scalar, Diagnostics diagnostics) {
    return Reading.of(Form.LINE, scalar, Optional.empty(), diagnostics);
  }

  /**
   * One line of a {@code columns:} block. A test without a value is about the subject, and so is
   * the word {@code value}; both become columns of the tree, with the place of what was written.
   */
  public static Optional<Line> columnLine(Scalar scalar, Name subject, Diagnostics diagnostics) {
    return Reading.of(Form.LINE, scalar, Optional.of(subject), diagnostics);
  }

  /** A check alone, as {@code where}, {@code slice} and {@code define} hold it. */
  public static Optional<Node> check(Scalar scalar, Diagnostics diagnostics) {
    return Reading.of(Form.CHECK, scalar, Optional.empty(), diagnostics);
  }

  /** The text of an {@code except} key: {@code at most 10 rows}. */
  public static Optional<Line.Tolerance> tolerance(Scalar scalar, Diagnostics diagnostics) {
    return Reading.of(Form.TOLERANCE, scalar, Optional.empty(), diagnostics);
  }

  /** The text of an {@code else} or {@code policy} key: {@code warn, fail above 5%}. */
  public static Optional<List<Line.Zone>> zones(Scalar scalar, Diagnostics diagnostics) {
    return Reading.of(Form.ZONES, scalar, Optional.empty(), diagnostics);
  }

  /**
   * A table's name: dotted, each part in double quotes where it is odd. Of a file that names none
   * that was told before.
   */
  public static Optional<Path> table(Scalar scalar, Diagnostics diagnostics) {
    if (scalar.value().isEmpty() && !scalar.file().text().isEmpty()) {
      return Optional.empty();
    }
    return Reading.of(Form.TABLE, scalar, Optional.empty(), diagnostics);
  }

  /** One name, in double quotes where it is odd. */
  public static Optional<Name> name(Scalar scalar, Diagnostics diagnostics) {
    return Reading.of(Form.NAME, scalar, Optional.empty(), diagnostics);
  }
}
