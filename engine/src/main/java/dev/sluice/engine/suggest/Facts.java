package dev.sluice.engine.suggest;

import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Printer;
import dev.sluice.dsl.syntax.Words;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.dsl.type.ValueOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was seen of a column.
 *
 * @param rows of the table
 * @param filled rows whose value is not null
 * @param extent the smallest and the largest value, where numbers and moments have finite ones
 * @param lengths of texts, in characters
 * @param sample values of the first rows, those that are not null; empty for types and sizes that
 *     are not looked at one by one
 * @param values the different ones of the sample, in their order: so many at least has the column
 * @param whole whether the sample holds all values
 */
record Facts(
    Column column,
    long rows,
    long filled,
    Optional<Extent> extent,
    Optional<Lengths> lengths,
    List<Object> sample,
    List<Counted> values,
    boolean whole) {

  /** Two values of the column's class. */
  record Extent(Object low, Object high) {}

  record Lengths(long shortest, long longest) {}

  /** A value and how many rows have it. */
  record Counted(Object value, long rows) {}

  Facts {
    sample = List.copyOf(sample);
    values = List.copyOf(values);
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

  /** The same with values of its first rows. */
  Facts with(List<Object> seen) {
    Map<Object, Long> counts = new TreeMap<>(ValueOrder::compare);
    seen.forEach(each -> counts.merge(each, 1L, Long::sum));
    List<Counted> different =
        counts.entrySet().stream()
            .map(each -> new Counted(each.getKey(), each.getValue()))
            .toList();
    return new Facts(column, rows, filled, extent, lengths, seen, different, seen.size() == filled);
  }

  /** How many values of the sample occur in it more than once, each time that they do. */
  long repeated() {
    return values.stream().mapToLong(Counted::rows).filter(each -> each > 1).sum();
  }
}
