package dev.sluice.engine.suggest;

import dev.sluice.dsl.type.Type.Family;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.suggest.Facts.Extent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code x is unique}. Of columns whose sample does not rule it out, those for which it would be
 * more than chance are asked about, all rows of them: an estimate of the number of values would
 * call a column unique that is not.
 */
final class Uniqueness {

  private static final int FEWEST = 10;
  private static final long LONGEST_TEXT = 64;

  /** Pairs are many: these columns, the first ones, may be parts of a key. */
  private static final int MOST_PARTS = 12;

  private static final int MOST_PAIRS = 3;

  private Uniqueness() {}

  /** How many values there are, and how many of them are not the only one of theirs. */
  private record Repeats(long values, long repeated) {}

  /** Suggestions by column name. */
  static Map<String, Suggestion> of(List<Facts> facts, List<String> primaryKey, Inquiry inquiry) {
    List<Facts> possible =
        facts.stream()
            .filter(each -> each.filled() >= FEWEST && isPossible(each))
            .filter(each -> primaryKey.equals(List.of(each.column().name())) || isTelling(each))
            .toList();
    Map<String, Finding> findings =
        inquiry.judge(
            possible.stream().filter(each -> !each.whole()).map(Uniqueness::sentence).toList());
    Map<String, Suggestion> found = new LinkedHashMap<>();
    for (Facts each : possible) {
      repeats(each, findings)
          .flatMap(repeats -> suggestion(each, repeats, inquiry))
          .ifPresent(suggestion -> found.put(each.column().name(), suggestion));
    }
    return found;
  }

  private static String sentence(Facts facts) {
    return facts.name() + " is unique";
  }

  private static Optional<Repeats> repeats(Facts facts, Map<String, Finding> findings) {
    return facts.whole()
        ? Optional.of(new Repeats(facts.filled(), facts.repeated()))
        : Optional.ofNullable(findings.get(sentence(facts)))
            .map(finding -> new Repeats(finding.judged(), finding.violations()));
  }

  /** Of what is called a key, a few repetitions are worth telling. */
  private static boolean isPossible(Facts facts) {
    long repeated = facts.repeated();
    boolean few = repeated * 50 <= facts.sample().size();
    return !facts.sample().isEmpty()
        && (repeated == 0 || (few && Names.isKey(facts.column().name())));
  }

  private static Optional<Suggestion> suggestion(Facts facts, Repeats repeats, Inquiry inquiry) {
    String sentence = sentence(facts);
    if (repeats.repeated() == 0) {
      return inquiry.suggestion(sentence, Wording.count(repeats.values(), "different values"));
    }
    if (repeats.repeated() * 100 > repeats.values() || !Names.isKey(facts.column().name())) {
      return Optional.empty();
    }
    String evidence = "repeated in " + Evidence.part(repeats.repeated(), repeats.values(), "rows");
    return Confidence.atLeast(repeats.values() - repeats.repeated(), repeats.values())
        .flatMap(tolerance -> inquiry.suggestion(sentence + " " + tolerance, evidence));
  }

  /** Whether the column looks like a key, or would hardly be unique by chance. */
  private static boolean isTelling(Facts facts) {
    if (facts.is(Family.UUID) || Names.isKey(facts.column().name())) {
      return true;
    }
    if (facts.is(Family.TEXT)) {
      return isShortAndUnspaced(facts);
    }
    return facts
        .extent()
        .flatMap(Uniqueness::width)
        .filter(each -> isDense(facts, each))
        .isPresent();
  }

  private static boolean isShortAndUnspaced(Facts facts) {
    return facts.lengths().filter(each -> each.longest() <= LONGEST_TEXT).isPresent()
        && facts.sample().stream()
            .noneMatch(each -> each.toString().chars().anyMatch(Character::isWhitespace));
  }

  private static Optional<BigDecimal> width(Extent extent) {
    if (extent.low() instanceof BigDecimal low && extent.high() instanceof BigDecimal high) {
      return Optional.of(high.subtract(low));
    }
    return extent.low() instanceof LocalDate low && extent.high() instanceof LocalDate high
        ? Optional.of(BigDecimal.valueOf(high.toEpochDay() - low.toEpochDay()))
        : Optional.empty();
  }

  /**
   * Of n numbers drawn from a range r, n * n / 2r pairs are equal by chance: with three or more
   * expected, none is no chance (the birthday problem).
   */
  private static boolean isDense(Facts facts, BigDecimal width) {
    BigDecimal filled = BigDecimal.valueOf(facts.filled());
    return filled.multiply(filled).compareTo(width.multiply(BigDecimal.valueOf(6))) >= 0;
  }

  /** Two columns that together are unique: the primary key, else the first pair with a date. */
  static Optional<Suggestion> together(
      List<Facts> facts, List<String> primaryKey, Inquiry inquiry) {
    if (primaryKey.size() > 1) {
      return pair(primaryKey.stream().map(Facts::spelt).toList(), inquiry);
    }
    List<Facts> parts = facts.stream().filter(Uniqueness::isPart).limit(MOST_PARTS).toList();
    List<List<String>> pairs = new ArrayList<>();
    for (int second = 1; second < parts.size(); second++) {
      for (int first = 0; first < second; first++) {
        if (isPair(parts.get(first), parts.get(second))) {
          pairs.add(List.of(parts.get(first).name(), parts.get(second).name()));
        }
      }
    }
    return pairs.stream()
        .limit(MOST_PAIRS)
        .flatMap(each -> pair(each, inquiry).stream())
        .findFirst();
  }

  private static Optional<Suggestion> pair(List<String> names, Inquiry inquiry) {
    String sentence = "(" + String.join(", ", names) + ") is unique";
    return inquiry.judge(List.of(sentence)).values().stream()
        .filter(finding -> finding.violations() == 0 && finding.judged() >= FEWEST)
        .findFirst()
        .flatMap(
            finding ->
                inquiry.suggestion(sentence, Wording.count(finding.judged(), "different keys")));
  }

  private static boolean isPart(Facts facts) {
    boolean named = facts.is(Family.DATE) || facts.is(Family.TEXT) || facts.is(Family.UUID);
    return facts.complete()
        && facts.rows() >= FEWEST
        && !facts.sample().isEmpty()
        && (named || Names.isKey(facts.column().name()))
        && (!facts.is(Family.TEXT) || isShort(facts));
  }

  private static boolean isShort(Facts facts) {
    return facts.lengths().filter(each -> each.longest() <= LONGEST_TEXT).isPresent();
  }

  /** A date and what it is of, or two keys; rows of the sample stand side by side. */
  private static boolean isPair(Facts first, Facts second) {
    boolean dated = first.is(Family.DATE) != second.is(Family.DATE);
    boolean keys = Names.isKey(first.column().name()) && Names.isKey(second.column().name());
    if (!dated && !keys) {
      return false;
    }
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < first.sample().size(); row++) {
      rows.add(List.of(first.sample().get(row), second.sample().get(row)));
    }
    return rows.stream().distinct().count() == rows.size();
  }
}
