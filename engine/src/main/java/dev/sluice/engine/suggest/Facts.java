package dev.sluice.engine.suggest;

import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Printer;
import dev.sluice.dsl.syntax.Words;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.dsl.type.ValueOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen of a column.
 *
 * @param rows of the table
 * @param filled rows whose value is not null
 * @param extent the smallest and the largest value, where numbers and moments have finite ones
 * @param lengths of texts, in characters
 * @param sample values of the first rows, those that are not null; empty for types and sizes that
 *     are not looked at one by one
 */
record Facts(
    Column column,
    long rows,
    long filled,
    Optional<Extent> extent,
    Optional<Lengths> lengths,
    List<Object> sample) {

  /** Two values of the column's class. */
  record Extent(Object low, Object high) {}

  record Lengths(long shortest, long longest) {}

  Facts {
    sample = List.copyOf(sample);
  }

  /** The column's name as a sentence has it. */
  String name() {
    return spelt(column.name());
  }

  static String spelt(String name) {
    return Printer.name(new Name(name, !Words.isPlain(name), new Span(0, 0)));
  }

  boolean is(Family family) {
    return column.type().is(family);
  }

  /** Integers, and decimals without digits behind the point. */
  boolean isWhole() {
    return is(Family.INTEGER)
        || (is(Family.DECIMAL) && column.type().precision() > 0 && column.type().scale() == 0);
  }

  boolean complete() {
    return filled == rows;
  }

  /** How many different values the sample holds: so many at least has the column. */
  int kinds() {
    Set<Object> kinds = new HashSet<>();
    sample.forEach(each -> kinds.add(ValueOrder.groupKey(each)));
    return kinds.size();
  }

  /** Whether the sample shows that the column is not unique. */
  boolean repeats() {
    return kinds() < sample.size();
  }
}
