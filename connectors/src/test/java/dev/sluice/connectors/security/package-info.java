/** What hostile suites, data and addresses must not achieve, on real databases. */
@NullMarked
package dev.sluice.connectors.security;

import org.jspecify.annotations.NullMarked;
