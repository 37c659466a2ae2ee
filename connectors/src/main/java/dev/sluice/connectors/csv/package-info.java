/** What a CSV file holds, found out over the whole file and strictly. */
@NullMarked
package dev.sluice.connectors.csv;

import org.jspecify.annotations.NullMarked;
