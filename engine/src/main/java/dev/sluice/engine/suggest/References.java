package dev.sluice.engine.suggest;

import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.suggest.Facts.Extent;
import dev.sluice.engine.suggest.Facts.Lengths;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code x in table.column}, of the tables that have a name in {@code tables:}. What is referred to
 * must be unique. Numbers are taken for a reference only where their names say so, because small
 * numbers lie among any other numbers; texts also where all of them are found.
 */
final class References {

  private static final int FEWEST_KINDS = 3;

  private final Inquiry inquiry;
  private final List<Facts> facts;

  private References(Inquiry inquiry, List<Facts> facts) {
    this.inquiry = inquiry;
    this.facts = facts;
  }

  /**
   * A reference.
   *
   * @param table the name of the table that is referred to
   */
  record Found(Suggestion suggestion, String table) {}

  private record Candidate(Facts column, Facts key, String table, boolean named, String sentence) {}

  /** References by column name: to the table whose name fits, else to the first. */
  static Map<String, Found> of(List<Facts> facts, Map<String, Table> tables, Inquiry inquiry) {
    References references = new References(inquiry, facts);
    List<Candidate> candidates = new ArrayList<>();
    tables.forEach((name, table) -> candidates.addAll(references.candidates(name, table)));
    return references.judged(candidates);
  }

  private List<Candidate> candidates(String name, Table table) {
    Inquiry other = inquiry.about(table);
    List<Facts> keys =
        Survey.of(
                other,
                table.columns().stream()
                    .filter(
                        each -> facts.stream().anyMatch(mine -> isComparable(mine, each.type())))
                    .toList())
            .facts()
            .stream()
            .filter(each -> !each.sample().isEmpty() && each.repeated() == 0)
            .toList();
    List<Candidate> candidates = new ArrayList<>();
    for (Facts key : keys) {
      for (Facts column : facts) {
        boolean named = Names.refers(column.column().name(), name, key.column().name());
        if (isComparable(column, key.column().type()) && isPossible(column, key, named)) {
          String sentence = column.name() + " in " + Facts.spelt(name) + "." + key.name();
          candidates.add(new Candidate(column, key, name, named, sentence));
        }
      }
    }
    Set<String> wanted = new LinkedHashSet<>();
    candidates.forEach(each -> wanted.add(each.key().name() + " is unique"));
    Set<String> unique = new HashSet<>();
    other
        .judge(wanted)
        .forEach(
            (sentence, finding) -> {
              if (finding.violations() == 0) {
                unique.add(sentence);
              }
            });
    return candidates.stream()
        .filter(each -> unique.contains(each.key().name() + " is unique"))
        .toList();
  }

  private static boolean isComparable(Facts column, Type type) {
    boolean whole =
        column.isWhole()
            && (type.is(Family.INTEGER) || (type.is(Family.DECIMAL) && type.scale() == 0));
    return whole
        || (column.is(Family.TEXT) && type.is(Family.TEXT))
        || (column.is(Family.UUID) && type.is(Family.UUID));
  }

  private static boolean isPossible(Facts column, Facts key, boolean named) {
    if (column.filled() == 0 || column.sample().isEmpty()) {
      return false;
    }
    if (named) {
      return true;
    }
    return !column.isWhole()
        && column.values().size() >= FEWEST_KINDS
        && fits(column, key)
        && (!key.whole() || new HashSet<>(key.sample()).containsAll(column.sample()));
  }

  /** Ends and lengths of a part lie within those of the whole. */
  private static boolean fits(Facts column, Facts key) {
    if (column.extent().isPresent() && key.extent().isPresent()) {
      Extent part = column.extent().get();
      Extent whole = key.extent().get();
      return ((BigDecimal) part.low()).compareTo((BigDecimal) whole.low()) >= 0
          && ((BigDecimal) part.high()).compareTo((BigDecimal) whole.high()) <= 0;
    }
    if (column.lengths().isPresent() && key.lengths().isPresent()) {
      Lengths part = column.lengths().get();
      Lengths whole = key.lengths().get();
      return part.shortest() >= whole.shortest() && part.longest() <= whole.longest();
    }
    return true;
  }

  private Map<String, Found> judged(List<Candidate> candidates) {
    Map<String, Finding> findings =
        inquiry.judge(candidates.stream().map(Candidate::sentence).distinct().toList());
    Map<String, Found> found = new LinkedHashMap<>();
    for (boolean named : new boolean[] {true, false}) {
      for (Candidate each : candidates) {
        Finding finding = findings.get(each.sentence());
        String column = each.column().column().name();
        if (each.named() == named && finding != null && !found.containsKey(column)) {
          suggestion(each, finding)
              .ifPresent(suggestion -> found.put(column, new Found(suggestion, each.table())));
        }
      }
    }
    return found;
  }

  private Optional<Suggestion> suggestion(Candidate candidate, Finding finding) {
    if (finding.violations() == 0) {
      return inquiry.suggestion(
          candidate.sentence(),
          Evidence.all(finding.judged())
              + " are among the "
              + Wording.number(candidate.key().filled())
              + " there");
    }
    boolean few = finding.violations() * 100 <= finding.judged();
    if (!candidate.named() || !few) {
      return Optional.empty();
    }
    String evidence = "all but " + Evidence.part(finding.violations(), finding.judged(), "values");
    return Confidence.atLeast(finding.judged() - finding.violations(), finding.judged())
        .flatMap(tolerance -> inquiry.suggestion(candidate.sentence() + " " + tolerance, evidence));
  }
}
