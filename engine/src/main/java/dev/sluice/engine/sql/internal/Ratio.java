package dev.sluice.engine.sql.internal;

import org.apache.calcite.rex.RexNode;

/** A mean or share before it is divided, so that it can be compared without a loss. */
record Ratio(RexNode dividend, RexNode divisor) {}
