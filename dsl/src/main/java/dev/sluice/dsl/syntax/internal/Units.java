package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.syntax.DurationUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words after a number, and which unit was meant. */
final class Units {

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("ms", "milliseconds"),
          Map.entry("s", "seconds"),
          Map.entry("sec", "seconds"),
          Map.entry("secs", "seconds"),
          Map.entry("m", "minutes"),
          Map.entry("min", "minutes"),
          Map.entry("mins", "minutes"),
          Map.entry("h", "hours"),
          Map.entry("hr", "hours"),
          Map.entry("hrs", "hours"),
          Map.entry("d", "days"),
          Map.entry("w", "weeks"));

  private static final List<String> WITHOUT_LENGTH =
      List.of("month", "months", "quarter", "quarters", "year", "years");

  private Units() {}

  /** The unit of a word, of its abbreviation or of a slip. */
  static Optional<String> meant(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (DurationUnit.of(lower).isPresent()) {
      return Optional.of(lower);
    }
    return Optional.ofNullable(SHORT.get(lower)).or(() -> nearest(lower).stream().findFirst());
  }

  static boolean hasNoLength(String word) {
    return WITHOUT_LENGTH.contains(word.toLowerCase(Locale.ROOT));
  }

  private static List<String> nearest(String lower) {
    List<String> plurals =
        Arrays.stream(DurationUnit.values()).map(unit -> unit.word() + "s").toList();
    return lower.length() < 3 ? List.of() : DidYouMean.suggest(lower, plurals);
  }
}
