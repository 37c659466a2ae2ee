/** Functions and metrics as data: name, signature, documentation, Java body. */
@NullMarked
package dev.sluice.dsl.function;

import org.jspecify.annotations.NullMarked;
