/** What is told of databases that fail. */
@NullMarked
package dev.sluice.engine.run;

import org.jspecify.annotations.NullMarked;
