/** Tests of what is told of single lines. */
@NullMarked
package dev.sluice.engine.explain;

import org.jspecify.annotations.NullMarked;
