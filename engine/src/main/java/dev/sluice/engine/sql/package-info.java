/** Scans and actions to SQL, through Calcite. */
@NullMarked
package dev.sluice.engine.sql;

import org.jspecify.annotations.NullMarked;
