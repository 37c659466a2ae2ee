/** The one report object, and its three renderings. */
@NullMarked
package dev.sluice.engine.report;

import org.jspecify.annotations.NullMarked;
