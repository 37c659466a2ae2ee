package dev.sluice.engine.plan;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.expression.Expression.IsNull;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.engine.plan.Measurement.Tally;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys at fault of a check on keys, looked for once: how many rows have them, and the keys
 * themselves while they are few, so that samples and other keys need not look for them again.
 *
 * @param tally the check: `is unique` or `in table.column` and nothing else
 * @param complete counts the rows, and those whose key has a null; it is measured by a {@link Scan}
 * @param within a check whose keys at fault are parts of those of this one: nothing else is read
 * @param ways how it is done, beside what it must do
 * @param rules the names of the rules that made it what it is
 */
public record KeyScan(
    Tally tally, Tally complete, Optional<Tally> within, Set<Way> ways, List<String> rules) {

  /** Keys that are fetched; of more only the number of rows is known. */
  public static final int MOST = 10_000;

  /** What a database may do quicker in another way. */
  public enum Way {
    /** It is first asked if there are any at all. */
    SCREENED,
    /** Keys are sorted before they are grouped. */
    SORTED
  }

  public KeyScan {
    ways = Set.copyOf(ways);
    rules = List.copyOf(rules);
  }

  /** Looks for the keys at fault of a check, as no rule has changed it. */
  static KeyScan of(Tally tally) {
    return new KeyScan(tally, complete(tally), Optional.empty(), Set.of(), List.of());
  }

  /** The same, which reads nothing but the rows of the keys at fault of another check. */
  KeyScan within(Tally part) {
    return new KeyScan(tally, complete, Optional.of(part), ways, rules);
  }

  /** The same, in this way too. */
  KeyScan also(Way way) {
    Set<Way> all = EnumSet.of(way);
    all.addAll(ways);
    return new KeyScan(tally, complete, within, all, rules);
  }

  /** The same, after a rule of this name. */
  KeyScan by(String rule) {
    List<String> all = new ArrayList<>(rules);
    all.add(rule);
    return new KeyScan(tally, complete, within, ways, all);
  }

  /** Whether it is done in this way. */
  public boolean is(Way way) {
    return ways.contains(way);
  }

  /** The parts of the key. */
  public List<Expression> key() {
    return Parts.of(tally.check());
  }

  /** What it looks for, for people. */
  public String purpose() {
    String of = " of " + Planner.name(tally.scope().relation());
    return tally.check() instanceof Among among
        ? "orphans" + of + " in " + among.table().display()
        : "duplicates" + of;
  }

  /** Counts rows by whether their key is complete. */
  static Tally complete(Tally tally) {
    List<Expression> values =
        Parts.of(tally.check()).stream()
            .<Expression>map(each -> new Not(new IsNull(each)))
            .toList();
    return new Tally(
        tally.scope(), values.size() == 1 ? values.get(0) : new Expression.And(values), List.of());
  }
}
