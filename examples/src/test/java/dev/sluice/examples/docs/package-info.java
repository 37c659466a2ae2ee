/** Tests of what lies in {@code docs}. */
@NullMarked
package dev.sluice.examples.docs;

import org.jspecify.annotations.NullMarked;
