/** Typing of single nodes: names, comparisons, calls, metrics and predicates. */
@NullMarked
package dev.sluice.dsl.check.internal;

import org.jspecify.annotations.NullMarked;
