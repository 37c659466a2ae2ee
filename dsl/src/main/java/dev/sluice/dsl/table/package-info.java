/** What a sentence may speak of: tables and their columns. */
@NullMarked
package dev.sluice.dsl.table;

import org.jspecify.annotations.NullMarked;
