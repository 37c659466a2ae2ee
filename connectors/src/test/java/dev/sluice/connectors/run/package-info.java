/** Sessions at work on real databases. */
@NullMarked
package dev.sluice.connectors.run;

import org.jspecify.annotations.NullMarked;
