/** Whole runs: from a request to its report. */
@NullMarked
package dev.sluice.engine.flow;

import org.jspecify.annotations.NullMarked;
