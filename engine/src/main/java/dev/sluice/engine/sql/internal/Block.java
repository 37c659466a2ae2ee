package dev.sluice.engine.sql.internal;

import org.apache.calcite.sql.SqlNode;

/** A query of one row, a part of a scan. */
interface Block {

  /** How many columns the row has. */
  int width();

  SqlNode query(Relations relations);
}
