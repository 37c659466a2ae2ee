/** Texts and places in them. */
@NullMarked
package dev.sluice.dsl.source;

import org.jspecify.annotations.NullMarked;
