/** SQL to values, with Jdbi, timeouts and progress. */
@NullMarked
package dev.sluice.engine.run;

import org.jspecify.annotations.NullMarked;
