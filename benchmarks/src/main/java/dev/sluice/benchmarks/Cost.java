package dev.sluice.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What the runs of one thing took. */
final class Cost {

  private final List<Double> wall = new ArrayList<>();
  private final List<Double> processor = new ArrayList<>();
  private long peak;

  /** Seconds of the clock, seconds of all processors, and the most memory in KiB (0: not known). */
  void add(double seconds, double processorSeconds, long kibibytes) {
    wall.add(seconds);
    processor.add(processorSeconds);
    peak = Math.max(peak, kibibytes);
  }

  /** Least, middle and most seconds of the clock. */
  String seconds() {
    return "%s [%s-%s]".formatted(round(middle()), round(least()), round(Collections.max(wall)));
  }

  private double middle() {
    List<Double> sorted = new ArrayList<>(wall);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  double least() {
    return Collections.min(wall);
  }

  double leastProcessor() {
    return Collections.min(processor);
  }

  long peak() {
    return peak;
  }

  static String round(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
