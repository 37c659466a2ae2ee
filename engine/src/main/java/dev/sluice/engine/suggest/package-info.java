/** A first suite drafted from data: what is measured, and what is concluded from it. */
@NullMarked
package dev.sluice.engine.suggest;

import org.jspecify.annotations.NullMarked;
