package dev.sluice.connectors.fault;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sluice.connectors.gate.Ground;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The databases on which faults are made. */
enum Site {
  DUCKDB,
  SQLITE,
  H2,
  POSTGRESQL,
  MARIADB;

  /** A fresh database. */
  Ground ground(Path folder) {
    return switch (this) {
      case DUCKDB -> Ground.of(Ground.Kind.DUCKDB, folder);
      case SQLITE -> Ground.of(Ground.Kind.SQLITE, folder);
      case H2 -> Ground.at("jdbc:h2:file:" + folder.resolve("test"), "", folder);
      case POSTGRESQL -> Ground.of(Ground.Kind.POSTGRESQL, folder);
      case MARIADB -> Ground.of(Ground.Kind.MARIADB, folder);
    };
  }

  /**
   * Whether making a table commits: then it stands, empty, when the gate has let nothing through.
   */
  boolean definitionsCommit() {
    return this == H2 || this == MARIADB;
  }

  /** The definition of a further column, where only a key tells rows apart. */
  String keyColumn() {
    return this == MARIADB ? ", row_key integer auto_increment primary key" : "";
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Skips the test unless it is among those of {@code -Dfaults.sites}, where there are any. */
  void assumeChosen() {
    String chosen = System.getProperty("faults.sites", "");
    assumeThat(chosen.isEmpty() || List.of(chosen.split(",")).contains(name())).isTrue();
  }
}
