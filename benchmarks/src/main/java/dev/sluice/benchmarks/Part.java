package dev.sluice.benchmarks;

import java.util.List;

/** One of the things that are measured, with a table of figures of its own. */
interface Part {

  /** Measures with these tables, and keeps the figures. */
  void measure(Orders orders) throws Exception;

  /** The lines of the table. */
  List<String> table() throws Exception;
}
