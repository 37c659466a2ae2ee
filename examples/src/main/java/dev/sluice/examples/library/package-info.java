/** The Java API around a load in a transaction. */
@NullMarked
package dev.sluice.examples.library;

import org.jspecify.annotations.NullMarked;
