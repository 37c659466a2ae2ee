/** The {@code sluice} command: arguments in, exit code out. No logic of its own. */
@NullMarked
package dev.sluice.cli;

import org.jspecify.annotations.NullMarked;
