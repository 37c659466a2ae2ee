/** The evaluator: what an expression means, in Java. */
@NullMarked
package dev.sluice.dsl.value;

import org.jspecify.annotations.NullMarked;
