/** Holds the arrows between modules and rooms. */
@NullMarked
package dev.sluice.architecture;

import org.jspecify.annotations.NullMarked;
