package dev.sluice.connectors.fault;

import dev.sluice.engine.report.Outcome;

/** What a suite expects, with one policy each; the rows on trial violate all of them. */
enum Line {
  WARN("expect: [amount >= 0 else warn]\n", Outcome.PUBLISHED),
  FAIL("expect: [amount >= 0 else fail]\n", Outcome.FAILED),
  ROLLBACK("expect: [amount >= 0 else rollback]\n", Outcome.ROLLED_BACK),
  DEFAULT("repairs: fixes\nexpect: [amount >= 0 else default 0]\n", Outcome.PUBLISHED),
  QUARANTINE("expect: [amount >= 0 else quarantine]\n", Outcome.PUBLISHED),
  DROP("expect: [amount >= 0 else drop]\n", Outcome.PUBLISHED),
  KEEPING("expect: [id is unique else quarantine keeping latest amount]\n", Outcome.PUBLISHED),
  /** Three policies at once, and a line on the target that is met. */
  MIXED(
      "repairs: fixes\nexpect:\n  - amount >= 0 else quarantine\n  - id < 6 else drop\n"
          + "  - note is not null else default 'none'\nensure: [row_count > 0]\n",
      Outcome.PUBLISHED),
  /** Refused when everything is written already. */
  ENSURE("expect: [amount >= 0 else drop]\nensure: [row_count > 1000]\n", Outcome.ROLLED_BACK);

  private final String keys;
  private final Outcome outcome;

  Line(String keys, Outcome outcome) {
    this.keys = keys;
    this.outcome = outcome;
  }

  /** The part of a suite that says it. */
  String keys() {
    return keys;
  }

  /** How a gate ends when nothing goes wrong. */
  Outcome outcome() {
    return outcome;
  }

  boolean publishes() {
    return outcome == Outcome.PUBLISHED;
  }

  /** The rows on trial; ids are twice there only where a line chooses between them. */
  String rows() {
    return "(2, -5, 2, 'b', 'cell-canary-c'), (3, 30, 2, null, 'cell-canary-d'),"
        + " (4, -7, 2, 'd', 'cell-canary-e'), (6, 60, 2, 'f', 'cell-canary-f'),"
        + (this == KEEPING
            ? " (3, 31, 2, 'g', 'cell-canary-g'), (3, 31, 2, 'h', 'cell-canary-h')"
            : " (5, 50, 2, 'g', 'cell-canary-g')");
  }
}
