/** Renderings of constructed reports, compared with files. */
@NullMarked
package dev.sluice.engine.report;

import org.jspecify.annotations.NullMarked;
