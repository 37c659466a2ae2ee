/** The face of the engine: what a run is asked, and the Java API. */
@NullMarked
package dev.sluice.engine;

import org.jspecify.annotations.NullMarked;
