/** Suites rewritten in the one spelling. */
@NullMarked
package dev.sluice.dsl.format;

import org.jspecify.annotations.NullMarked;
