/** What is wrong, where, and what to do: records, and their rendering. */
@NullMarked
package dev.sluice.dsl.diagnostic;

import org.jspecify.annotations.NullMarked;
