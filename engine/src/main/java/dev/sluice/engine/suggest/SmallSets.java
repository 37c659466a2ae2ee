package dev.sluice.engine.suggest;

import dev.sluice.dsl.type.Type.Family;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.suggest.Facts.Counted;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code x in (...)}, of texts and whole numbers. A set is learned only from many repetitions:
 * values are no more than a tenth of the rows, and of the different values no more than a tenth
 * occur once; up to two fifths, or one row in a hundred, those that occur once are left out, and
 * tolerated.
 */
final class SmallSets {

  private static final int MOST_TEXTS = 30;
  private static final int MOST_NUMBERS = 10;
  private static final long FEWEST_ROWS = 20;
  private static final int LONGEST_TEXT = 60;
  private static final int LONGEST_LIST = 400;
  private static final int COUNTS_SHOWN = 8;

  private SmallSets() {}

  static Optional<Suggestion> of(Facts facts, Inquiry inquiry) {
    int most = facts.is(Family.TEXT) ? MOST_TEXTS : MOST_NUMBERS;
    boolean possible =
        (facts.is(Family.TEXT) || facts.isWhole())
            && facts.filled() >= FEWEST_ROWS
            && !facts.sample().isEmpty()
            && facts.values().size() <= most
            && (facts.is(Family.TEXT) || !Names.isIdentity(facts.column().name()));
    if (!possible) {
      return Optional.empty();
    }
    Optional<List<Counted>> all =
        facts.whole() ? Optional.of(facts.values()) : inquiry.values(facts.column(), most);
    return all.filter(values -> values.size() * 10L <= facts.filled())
        .flatMap(
            values ->
                facts.is(Family.TEXT)
                    ? texts(facts, values, inquiry)
                    : numbers(facts, values, inquiry));
  }

  private static Optional<Suggestion> texts(Facts facts, List<Counted> values, Inquiry inquiry) {
    if (!values.stream().allMatch(each -> isShort(String.valueOf(each.value())))) {
      return Optional.empty();
    }
    List<Counted> often = values.stream().filter(each -> each.rows() > 1).toList();
    long once = values.stream().filter(each -> each.rows() <= 1).count();
    if (once * 10 <= values.size()) {
      return listed(facts, values, "", inquiry);
    }
    boolean free = once * 10 > values.size() * 4L && once * 100 > facts.filled();
    if (free || often.isEmpty()) {
      return Optional.empty();
    }
    return Confidence.atLeast(facts.filled() - once, facts.filled())
        .flatMap(tolerance -> listed(facts, often, " " + tolerance, inquiry));
  }

  /** Ratings and codes; counts that happen to be small are left to ranges. */
  private static Optional<Suggestion> numbers(Facts facts, List<Counted> values, Inquiry inquiry) {
    boolean common = values.stream().allMatch(each -> each.rows() * 100 >= facts.filled());
    if (!common || values.size() < 2) {
      return Optional.empty();
    }
    BigDecimal least = (BigDecimal) values.get(0).value();
    BigDecimal most = (BigDecimal) values.get(values.size() - 1).value();
    boolean gapless = most.subtract(least).compareTo(BigDecimal.valueOf(values.size() - 1L)) == 0;
    return gapless
        ? inquiry.suggestion(
            facts.name() + " between " + literal(least) + " and " + literal(most),
            Evidence.all(facts.filled()) + ", none in between is missing")
        : listed(facts, values, "", inquiry);
  }

  private static Optional<Suggestion> listed(
      Facts facts, List<Counted> values, String tolerance, Inquiry inquiry) {
    List<Counted> ordered =
        values.stream().sorted(Comparator.comparingLong(Counted::rows).reversed()).toList();
    String list =
        ordered.stream().map(each -> literal(each.value())).collect(Collectors.joining(", "));
    if (list.length() > LONGEST_LIST) {
      return Optional.empty();
    }
    String test = ordered.size() == 1 ? " = " + list : " in (" + list + ")";
    return inquiry.suggestion(facts.name() + test + tolerance, evidence(facts, ordered));
  }

  private static String evidence(Facts facts, List<Counted> ordered) {
    long listed = ordered.stream().mapToLong(Counted::rows).sum();
    if (listed == facts.filled() && ordered.size() == 1) {
      return "the only value in " + Wording.count(listed, "rows");
    }
    String counts =
        ordered.size() <= COUNTS_SHOWN
            ? "in "
                + ordered.stream()
                    .map(each -> Wording.number(each.rows()))
                    .collect(Collectors.joining(" + "))
                + " rows"
            : ordered.size()
                + " values in "
                + Wording.count(listed, "rows")
                + ", the rarest in "
                + Wording.number(ordered.get(ordered.size() - 1).rows());
    long others = facts.filled() - listed;
    return others == 0
        ? counts
        : counts + (others == 1 ? ", 1 row has another" : ", " + others + " rows have others");
  }

  private static boolean isShort(String value) {
    return value.codePointCount(0, value.length()) <= LONGEST_TEXT
        && value.codePoints().noneMatch(Character::isISOControl);
  }

  private static String literal(Object value) {
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : "'" + value.toString().replace("'", "''") + "'";
  }
}
