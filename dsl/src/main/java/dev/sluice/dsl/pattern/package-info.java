/** Regular expressions of the portable subset: read, judged, printed for each engine. */
@NullMarked
package dev.sluice.dsl.pattern;

import org.jspecify.annotations.NullMarked;
