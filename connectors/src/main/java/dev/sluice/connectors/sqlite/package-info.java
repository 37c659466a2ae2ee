/**
 * SQLite, in a file. What its SQL lacks is computed in this process, by functions registered with
 * it.
 */
@NullMarked
package dev.sluice.connectors.sqlite;

import org.jspecify.annotations.NullMarked;
