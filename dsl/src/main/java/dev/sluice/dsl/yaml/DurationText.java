package dev.sluice.dsl.yaml;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations outside sentences, as under {@code timeout} and behind {@code --older}: {@code 10
 * minutes}, or short as in {@code 90s}, {@code 10m}, {@code 2h}, {@code 90d}, {@code 1w}.
 */
public final class DurationText {

  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,9})\\s*" + "(?:(s|seconds?)|(m|min|minutes?)|(h|hours?)|(d|days?)|(w|weeks?))");
  private static final int[] SECONDS = {1, 60, 3600, 86_400, 604_800};

  private DurationText() {}

  /** The duration; empty when the text is none. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    for (int unit = 0; unit < SECONDS.length; unit++) {
      if (matcher.group(unit + 2) != null) {
        return Optional.of(Duration.ofSeconds(number * SECONDS[unit]));
      }
    }
    return Optional.empty();
  }
}
