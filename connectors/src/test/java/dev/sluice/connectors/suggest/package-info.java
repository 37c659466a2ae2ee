/** Suites drafted from real databases. */
@NullMarked
package dev.sluice.connectors.suggest;

import org.jspecify.annotations.NullMarked;
