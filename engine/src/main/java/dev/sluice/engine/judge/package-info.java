/** Measured values and clauses to verdicts. */
@NullMarked
package dev.sluice.engine.judge;

import org.jspecify.annotations.NullMarked;
