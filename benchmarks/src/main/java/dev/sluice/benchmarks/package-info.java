/** What a suite costs, measured beside the same checks written by hand. */
@NullMarked
package dev.sluice.benchmarks;

import org.jspecify.annotations.NullMarked;
