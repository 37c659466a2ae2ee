/** Random sentences, judged by every database and in memory. */
@NullMarked
package dev.sluice.connectors.differential;

import org.jspecify.annotations.NullMarked;
