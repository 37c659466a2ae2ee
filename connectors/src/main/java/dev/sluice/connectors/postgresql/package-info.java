/** PostgreSQL, 14 and newer. */
@NullMarked
package dev.sluice.connectors.postgresql;

import org.jspecify.annotations.NullMarked;
