package dev.sluice.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a suite is run. */
final class RunOptions {

  @Option(
      names = {"-e", "--expect"},
      paramLabel = "LINE",
      description = "One more line to judge, such as 'order_id is unique'. Repeatable.")
  private List<String> expect = new ArrayList<>();

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = "The time that now() is, such as 2026-01-31T06:00:00Z.")
  private @Nullable String now;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long a suite may take, such as 90s, 10m or 2h.")
  private @Nullable String timeout;

  List<String> expect() {
    return expect;
  }

  Optional<String> now() {
    return Optional.ofNullable(now);
  }

  Optional<String> timeout() {
    return Optional.ofNullable(timeout);
  }
}
