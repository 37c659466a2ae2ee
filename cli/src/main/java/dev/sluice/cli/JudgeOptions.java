package dev.sluice.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that makes judging stricter. */
final class JudgeOptions {

  @Option(
      names = "--fail-on",
      paramLabel = "warn",
      description = "Let every warning fail, before anything is written.")
  private @Nullable String failOn;

  Optional<String> failOn() {
    return Optional.ofNullable(failOn);
  }
}
