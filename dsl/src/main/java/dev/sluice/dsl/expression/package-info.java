/** Typed expressions, without places, so that equal ones are equal. */
@NullMarked
package dev.sluice.dsl.expression;

import org.jspecify.annotations.NullMarked;
