/** Typed expectations to measurements, and measurements to scans. */
@NullMarked
package dev.sluice.engine.plan;

import org.jspecify.annotations.NullMarked;
