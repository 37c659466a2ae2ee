package dev.sluice.engine.explain;

import dev.sluice.dsl.expression.Expression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * When a check comes to NULL, found by trying all combinations of its causes. Of a statement about
 * the table it is the same that it is not true.
 *
 * @param always causes each of which makes it NULL, whatever else is so
 * @param together sets of causes that make it NULL only together, whatever else is so
 * @param perhaps the smallest sets of causes that make it NULL unless another part decides it
 * @param known false when there are too many causes to try: then {@code perhaps} has all of them
 */
record Undecided(
    List<Cause> always, List<Set<Cause>> together, List<Set<Cause>> perhaps, boolean known) {

  /** Twice as many combinations for each: so many take a few milliseconds. */
  private static final int MOST = 10;

  Undecided {
    always = List.copyOf(always);
    together = List.copyOf(together);
    perhaps = List.copyOf(perhaps);
  }

  static Undecided of(Expression check, boolean aboutRows) {
    List<Cause> causes = List.copyOf(Cause.in(check));
    if (causes.size() > MOST) {
      List<Set<Cause>> each = causes.stream().map(Set::of).toList();
      return new Undecided(List.of(), List.of(), each, false);
    }
    int[] outcomes = new int[1 << causes.size()];
    for (int chosen = 0; chosen < outcomes.length; chosen++) {
      outcomes[chosen] = new Outcomes(subset(causes, chosen)).of(check);
    }
    return of(causes, outcomes, aboutRows ? 0 : Outcomes.FALSE);
  }

  private static Undecided of(List<Cause> causes, int[] outcomes, int alike) {
    List<Cause> always = new ArrayList<>();
    List<Set<Cause>> together = new ArrayList<>();
    List<Set<Cause>> perhaps = new ArrayList<>();
    List<Integer> found = new ArrayList<>();
    for (int size = 1; size <= causes.size(); size++) {
      for (int chosen = 1; chosen < outcomes.length; chosen++) {
        boolean possible = (outcomes[chosen] & Outcomes.NULL) != 0;
        int own = chosen;
        boolean smallest = found.stream().noneMatch(each -> (each & own) == each);
        if (Integer.bitCount(chosen) != size || !possible || !smallest) {
          continue;
        }
        found.add(chosen);
        if (!isCertain(chosen, outcomes, alike)) {
          perhaps.add(subset(causes, chosen));
        } else if (size == 1) {
          always.addAll(subset(causes, chosen));
        } else {
          together.add(subset(causes, chosen));
        }
      }
    }
    return new Undecided(always, together, perhaps, true);
  }

  /** Whatever is there besides; {@code alike} is no better than NULL. */
  private static boolean isCertain(int chosen, int[] outcomes, int alike) {
    for (int more = 0; more < outcomes.length; more++) {
      if ((more & chosen) == chosen && (outcomes[more] & ~alike) != Outcomes.NULL) {
        return false;
      }
    }
    return true;
  }

  private static Set<Cause> subset(List<Cause> causes, int chosen) {
    Set<Cause> subset = new LinkedHashSet<>();
    for (int index = 0; index < causes.size(); index++) {
      if ((chosen >> index & 1) == 1) {
        subset.add(causes.get(index));
      }
    }
    return subset;
  }

  boolean isNever() {
    return always.isEmpty() && together.isEmpty() && perhaps.isEmpty();
  }
}
