/** Judge, act, publish: the transaction around an audit. */
@NullMarked
package dev.sluice.engine.gate;

import org.jspecify.annotations.NullMarked;
