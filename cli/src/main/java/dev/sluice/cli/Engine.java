package dev.sluice.cli;

import dev.sluice.engine.Request;
import dev.sluice.engine.report.Report;

/** The work behind the command. */
interface Engine {

  /** Judges, gates or lints. */
  Report run(Request request);

  /**
   * The plan of a run as text.
   *
   * @throws dev.sluice.dsl.diagnostic.InvalidInput when the request cannot be run
   */
  String explain(Request request);
}
