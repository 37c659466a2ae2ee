/** What a database must offer: the service interface that connectors implement. */
@NullMarked
package dev.sluice.engine.connector;

import org.jspecify.annotations.NullMarked;
