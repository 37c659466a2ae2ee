package dev.sluice.dsl.syntax.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Words that somebody may have meant: at most three within max(1, length / 3) edits, best first.
 */
final class Nearest {

  private Nearest() {}

  static List<String> of(String word, Collection<String> candidates) {
    String lower = word.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, lower.length() / 3);
    return candidates.stream()
        .filter(each -> distance(lower, each) <= limit)
        .sorted(Comparator.comparingInt((String each) -> distance(lower, each)))
        .limit(3)
        .toList();
  }

  /** Damerau's distance of neighbours: insert, delete, replace, swap two. */
  private static int distance(String left, String right) {
    int[][] costs = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          costs[i][j] = i + j;
          continue;
        }
        int replace = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best = Math.min(costs[i - 1][j], costs[i][j - 1]) + 1;
        best = Math.min(best, costs[i - 1][j - 1] + replace);
        boolean swapped =
            i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        costs[i][j] = swapped ? Math.min(best, costs[i - 2][j - 2] + 1) : best;
      }
    }
    return costs[left.length()][right.length()];
  }
}
