/** Names to tables and columns, asked of the database. */
@NullMarked
package dev.sluice.engine.catalogue;

import org.jspecify.annotations.NullMarked;
