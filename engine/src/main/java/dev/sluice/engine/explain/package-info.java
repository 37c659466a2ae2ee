/** How a line was read: what it judges, what violates it, what NULL does, in plain words. */
@NullMarked
package dev.sluice.engine.explain;

import org.jspecify.annotations.NullMarked;
