/** What the connectors' readings of a catalogue have in common. */
@NullMarked
package dev.sluice.connectors.catalogue;

import org.jspecify.annotations.NullMarked;
