/** Texts of SQL that people wrote: split, bounded, and with their parameters bound. */
@NullMarked
package dev.sluice.engine.script;

import org.jspecify.annotations.NullMarked;
