/** What a run is asked, as values. */
@NullMarked
package dev.sluice.engine.request;

import org.jspecify.annotations.NullMarked;
