package dev.sluice.dsl.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Suggests known words for a word that is not known. Distance is the restricted Damerau-Levenshtein
 * distance (insert, delete, replace, swap of neighbours) on lower case.
 */
public final class DidYouMean {

  private static final int MOST = 3;
  // Longer words are no slips of the finger, and the distance costs their product.
  private static final int LONGEST = 200;

  private record Candidate(String word, int distance) {}

  private DidYouMean() {}

  /**
   * At most three of the known words, nearest first, within a distance of max(1, length / 3).
   *
   * @param word what was written; {@code known} equal to it are not suggested
   */
  public static List<String> suggest(String word, Collection<String> known) {
    int[] written = points(word);
    if (written.length > LONGEST) {
      return List.of();
    }
    int limit = Math.max(1, written.length / 3);
    return known.stream()
        .distinct()
        .filter(each -> !each.equals(word))
        .map(each -> new Candidate(each, distance(written, points(each), limit)))
        .filter(each -> each.distance() <= limit)
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .limit(MOST)
        .map(Candidate::word)
        .collect(Collectors.toUnmodifiableList());
  }

  /** {@code did you mean `x`, `y` or `z`?}, or empty when nothing is near. */
  public static String phrase(String word, Collection<String> known) {
    return phrase(suggest(word, known));
  }

  /** The question for suggestions already found; empty when there are none. */
  public static String phrase(List<String> suggestions) {
    return suggestions.isEmpty() ? "" : "did you mean " + alternatives(suggestions) + "?";
  }

  /** {@code `x`, `y` or `z`}: words in backticks, as a message lists them. */
  public static String alternatives(List<String> words) {
    List<String> quoted = words.stream().map(each -> "`" + each + "`").toList();
    int last = quoted.size() - 1;
    return last < 1
        ? String.join("", quoted)
        : String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last);
  }

  private static int[] points(String word) {
    return word.toLowerCase(Locale.ROOT).codePoints().toArray();
  }

  private static int distance(int[] left, int[] right, int limit) {
    if (Math.abs(left.length - right.length) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[right.length + 1];
    int[] last = new int[right.length + 1];
    int[] row = new int[right.length + 1];
    for (int column = 0; column <= right.length; column++) {
      last[column] = column;
    }
    for (int line = 1; line <= left.length; line++) {
      row[0] = line;
      for (int column = 1; column <= right.length; column++) {
        int cost = left[line - 1] == right[column - 1] ? 0 : 1;
        int best =
            Math.min(Math.min(last[column] + 1, row[column - 1] + 1), last[column - 1] + cost);
        boolean swapped =
            line > 1
                && column > 1
                && left[line - 1] == right[column - 2]
                && left[line - 2] == right[column - 1];
        row[column] = swapped ? Math.min(best, beforeLast[column - 2] + 1) : best;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[right.length];
  }
}
