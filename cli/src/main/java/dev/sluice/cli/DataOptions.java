package dev.sluice.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say on what data a suite is run. */
final class DataOptions {

  @Option(
      names = "--connection",
      paramLabel = "NAME|URL",
      description = "The database: a name from sluice.yml, or a JDBC URL.")
  private @Nullable String connection;

  @Option(
      names = "--table",
      paramLabel = "NAME=FILE",
      description = "A name for a data file, so that lines can speak of it. Repeatable.")
  private List<String> tables = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "name=value",
      description = "The value of a parameter of the suite. Repeatable.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration to use instead of the nearest sluice.yml.")
  private @Nullable String config;

  Optional<String> connection() {
    return Optional.ofNullable(connection);
  }

  List<String> tables() {
    return tables;
  }

  List<String> settings() {
    return settings;
  }

  Optional<String> config() {
    return Optional.ofNullable(config);
  }
}
