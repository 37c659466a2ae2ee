/** What the tests of examples and documents share. */
@NullMarked
package dev.sluice.examples;

import org.jspecify.annotations.NullMarked;
