/** The command in process: streams captured, exit codes asserted. */
@NullMarked
package dev.sluice.cli;

import org.jspecify.annotations.NullMarked;
