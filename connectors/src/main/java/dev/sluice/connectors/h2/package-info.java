/** H2, in memory, in a file, or on a server. */
@NullMarked
package dev.sluice.connectors.h2;

import org.jspecify.annotations.NullMarked;
