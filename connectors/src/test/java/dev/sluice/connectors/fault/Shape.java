package dev.sluice.connectors.fault;

import java.util.List;

/** How rows get into the target, as a suite says it, and what stands there before. */
enum Shape {
  APPEND("table: staging\npublish: {into: target, mode: append}\n"),
  REPLACE("table: staging\npublish: {into: target, mode: replace}\n"),
  SLICE("table: staging\npublish: {into: target, mode: replace, slice: part = 2}\n"),
  MERGE("table: staging\npublish: {into: target, mode: merge, key: [id]}\n"),
  LOAD("table: target\nwhere: part = 2\nload: load.sql\n"),
  IN_PLACE("table: target\nwhere: part = 2\n"),
  /** The first run of all: neither target nor quarantine nor ledger is there. */
  FIRST("table: staging\npublish: {into: target}\n");

  /** The load step of {@link #LOAD}. */
  static final String SCRIPT =
      "delete from target where part = 2;\ninsert into target"
          + State.NAMES
          + " select id, amount, part, note, secret from staging;\n";

  private final String keys;

  Shape(String keys) {
    this.keys = keys;
  }

  /** The part of a suite that says it. */
  String keys() {
    return keys;
  }

  /** Where the rows on trial stand at first. */
  String candidate() {
    return this == IN_PLACE ? "target" : "staging";
  }

  /** Rows that the target has before. */
  List<String> before() {
    return this == FIRST || this == IN_PLACE
        ? List.of()
        : List.of("(1, 11, 1, 'old', 'cell-canary-a')", "(2, 12, 2, 'old', 'cell-canary-b')");
  }
}
