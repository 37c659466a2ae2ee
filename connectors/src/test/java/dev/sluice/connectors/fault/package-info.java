/** Faults put between the engine and a real database, and what must hold whatever they hit. */
@NullMarked
package dev.sluice.connectors.fault;

import org.jspecify.annotations.NullMarked;
