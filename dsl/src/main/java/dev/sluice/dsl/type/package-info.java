/** The portable types. */
@NullMarked
package dev.sluice.dsl.type;

import org.jspecify.annotations.NullMarked;
