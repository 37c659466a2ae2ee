package dev.sluice.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What the runs of one thing took, turn by turn. */
final class Cost {

  /** The heads of the cells of {@link #by}. */
  static final String RATIOS = "ratio, turn by turn | of least seconds | of processors | of memory";

  /** Seconds of processors that are too few for a ratio: they are told in hundredths. */
  private static final double LEAST_TOLD = 0.05;

  private final List<Double> wall = new ArrayList<>();
  private final List<Double> processor = new ArrayList<>();
  private long peak;

  /** Seconds of the clock, seconds of all processors, and the most memory in KiB (0: not known). */
  void add(double seconds, double processorSeconds, long kibibytes) {
    wall.add(seconds);
    processor.add(processorSeconds);
    peak = Math.max(peak, kibibytes);
  }

  /** Seconds of the clock, and of the processors the least, as two cells of a table. */
  String cells() {
    return spread(wall) + " | " + round(Collections.min(processor));
  }

  /**
   * This by another, as four cells: of the seconds turn by turn, of the least seconds, of the least
   * seconds of processors (empty where they are next to nothing), and of memory (empty where it is
   * not known).
   */
  String by(Cost other) {
    List<Double> turns = new ArrayList<>();
    for (int turn = 0; turn < wall.size(); turn++) {
      turns.add(wall.get(turn) / other.wall.get(turn));
    }
    return String.join(
        " | ",
        spread(turns),
        round(Collections.min(wall) / Collections.min(other.wall)),
        Collections.min(other.processor) < LEAST_TOLD
            ? ""
            : round(Collections.min(processor) / Collections.min(other.processor)),
        other.peak == 0 ? "" : round((double) peak / other.peak));
  }

  long peak() {
    return peak;
  }

  /** The middle, and in brackets the least and the most. */
  private static String spread(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return "%s [%s-%s]"
        .formatted(
            round((sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2),
            round(sorted.get(0)),
            round(sorted.get(sorted.size() - 1)));
  }

  static String round(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
