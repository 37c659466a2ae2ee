/** DuckDB: the embedded default, and the reader of data files. */
@NullMarked
package dev.sluice.connectors.duckdb;

import org.jspecify.annotations.NullMarked;
