/** What the dialects' corrections of Calcite have in common. */
@NullMarked
package dev.sluice.connectors.dialect;

import org.jspecify.annotations.NullMarked;
