/** Tests of what is told of single lines. */
@NullMarked
package dev.sluice.connectors.explain;

import org.jspecify.annotations.NullMarked;
