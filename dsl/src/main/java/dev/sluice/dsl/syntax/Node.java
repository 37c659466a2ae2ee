package dev.sluice.dsl.syntax;

import dev.sluice.dsl.source.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The syntax tree of a check or a value, one record a construct of the grammar. Every span counts
 * code points within the line.
 *
 * <p>Brackets that only group leave no node; the printer writes those that are needed.
 */
public sealed interface Node {

  Span span();

  /** At least two parts, flattened: {@code a and b and c} is one node. */
  record And(List<Node> parts, Span span) implements Node {}

  record Or(List<Node> parts, Span span) implements Node {}

  record Not(Node operand, Span span) implements Node {}

  /** {@code within} is present only after {@code =} and {@code !=}. */
  record Comparison(
      Node left, Operator operator, Node right, Optional<Node> within, Span operatorSpan, Span span)
      implements Node {}

  record Between(Node value, Node low, Node high, boolean negated, Span span) implements Node {}

  record InList(Node value, List<Node> items, boolean negated, Span span) implements Node {}

  /** {@code value in table.column} or {@code (a, b) in table.(x, y)}. */
  record InTable(Node value, Path table, List<Name> columns, boolean negated, Span span)
      implements Node {}

  record Like(
      Node value, TextLiteral pattern, Optional<TextLiteral> escape, boolean negated, Span span)
      implements Node {}

  record Matches(Node value, TextLiteral pattern, boolean negated, Span span) implements Node {}

  /** {@code value is [not] name(arguments)}: the one extension slot. */
  record Is(Node value, boolean negated, Name name, List<Node> arguments, Span span)
      implements Node {}

  /** {@code + - * /} with two operands. */
  record Arithmetic(Operator operator, Node left, Node right, Span operatorSpan, Span span)
      implements Node {}

  record Negate(Node operand, Span span) implements Node {}

  /** Two values or more in brackets. */
  record Tuple(List<Node> items, Span span) implements Node {}

  /**
   * A function or metric: {@code name(arguments where filter) of source}. Without brackets ({@code
   * bare}) it is {@code row_count}, {@code column_count}, or {@code NAME of source}.
   */
  record Call(
      Name name,
      List<Node> arguments,
      Optional<Node> filter,
      Optional<Source> source,
      boolean bare,
      Span span)
      implements Node {}

  /** A column, or a table's column when {@code table} is present. */
  record Column(Optional<Path> table, Name name, Span span) implements Node {}

  record Parameter(String name, Span span) implements Node {}

  /** {@code 5%} has {@code percent} set and {@code value} 5. */
  record NumberLiteral(BigDecimal value, boolean percent, String text, Span span) implements Node {}

  record TextLiteral(String value, Span span) implements Node {}

  record BooleanLiteral(boolean value, Span span) implements Node {}

  record NullLiteral(Span span) implements Node {}

  record DateLiteral(LocalDate value, Span span) implements Node {}

  /** A timestamp without zone. */
  record TimestampLiteral(LocalDateTime value, Span span) implements Node {}

  /** A timestamp with {@code Z} or an offset. */
  record InstantLiteral(OffsetDateTime value, Span span) implements Node {}

  /** {@code 90 minutes}. */
  record DurationLiteral(BigDecimal amount, DurationUnit unit, Span span) implements Node {}

  /** What follows {@code of}: a table, or {@code (table where check)}. */
  record Source(Path table, Optional<Node> filter, Span span) {}
}
