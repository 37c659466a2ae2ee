/** From tokens to the syntax tree, and what is said when that fails. */
@NullMarked
package dev.sluice.dsl.syntax.internal;

import org.jspecify.annotations.NullMarked;
