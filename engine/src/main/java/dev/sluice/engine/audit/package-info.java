/** The loop of measuring and judging, over one relation. */
@NullMarked
package dev.sluice.engine.audit;

import org.jspecify.annotations.NullMarked;
