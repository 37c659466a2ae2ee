/** Tests of what lies in {@code flights}. */
@NullMarked
package dev.sluice.examples.flights;

import org.jspecify.annotations.NullMarked;
