package dev.sluice.engine.suggest;

import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.judge.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All lines of a draft, those of one column together. */
final class Lines {

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private Collection<References.Found> references = List.of();

  private Lines() {}

  /**
   * Lines that stand together.
   *
   * @param column that they are about; absent for those about the table
   * @param lines at least one
   */
  record Block(Optional<String> column, List<Suggestion> lines) {}

  static Lines of(
      Survey survey,
      CatalogueReader.Entry entry,
      Map<String, Table> tables,
      Inquiry inquiry,
      Instant now) {
    Lines lines = new Lines();
    if (survey.rows() == 0) {
      lines.remarks.add("the table is empty: its columns are all there is to say");
      return lines;
    }
    lines.add(Optional.empty(), RowCounts.of(survey.rows(), inquiry).stream().toList());
    if (survey.rows() < Drafting.FEWEST) {
      lines.remarks.add(
          Wording.count(survey.rows(), "rows")
              + ": too few to conclude anything from their values");
      return lines;
    }
    lines.columns(survey, entry, tables, inquiry, now);
    return lines;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** What explains the absence of lines. */
  List<String> remarks() {
    return remarks;
  }

  Collection<References.Found> references() {
    return references;
  }

  private void add(Optional<String> column, List<Suggestion> lines) {
    if (!lines.isEmpty()) {
      blocks.add(new Block(column, lines));
    }
  }

  private void columns(
      Survey survey,
      CatalogueReader.Entry entry,
      Map<String, Table> tables,
      Inquiry inquiry,
      Instant now) {
    List<Facts> facts = survey.facts();
    Map<String, Suggestion> unique = Uniqueness.of(facts, entry.primaryKey(), inquiry);
    if (unique.isEmpty()) {
      Uniqueness.together(facts, entry.primaryKey(), inquiry)
          .ifPresent(each -> add(Optional.empty(), List.of(each)));
    }
    Map<String, TextFormats.Found> formats = TextFormats.of(facts, inquiry);
    Map<String, References.Found> found = References.of(facts, tables, inquiry);
    references = found.values();
    for (Facts each : facts) {
      String name = each.column().name();
      if (each.filled() == 0) {
        remarks.add("`" + name + "` is NULL in all rows");
        continue;
      }
      List<Suggestion> block = new ArrayList<>();
      Completeness.of(each, inquiry).ifPresent(block::add);
      Optional.ofNullable(unique.get(name)).ifPresent(block::add);
      Optional<Suggestion> reference =
          Optional.ofNullable(found.get(name)).map(References.Found::suggestion);
      reference.ifPresent(block::add);
      if (each.filled() >= Drafting.FEWEST) {
        Optional<TextFormats.Found> format = Optional.ofNullable(formats.get(name));
        boolean counted = unique.containsKey(name) && each.column().type().isNumber();
        if (reference.isEmpty() && !counted) {
          block.addAll(values(each, format, inquiry, now));
        }
      }
      add(Optional.of(name), block);
    }
  }

  /** What the values are: the narrowest of set, format, length and range. */
  private static List<Suggestion> values(
      Facts facts, Optional<TextFormats.Found> format, Inquiry inquiry, Instant now) {
    boolean identifying = format.filter(TextFormats.Found::identifying).isPresent();
    Optional<Suggestion> set = identifying ? Optional.empty() : SmallSets.of(facts, inquiry);
    if (set.isPresent()) {
      return List.of(set.get());
    }
    if (!facts.is(Family.TEXT)) {
      return Ranges.of(facts, inquiry, now).stream().toList();
    }
    // Digits of one length are a code: that there are so many says more than that they are digits.
    boolean both = format.isEmpty() || (format.get().isCount() && TextLengths.isFixed(facts));
    return Stream.concat(
            format.map(TextFormats.Found::suggestion).stream(),
            both ? TextLengths.of(facts, inquiry).stream() : Stream.empty())
        .toList();
  }
}
