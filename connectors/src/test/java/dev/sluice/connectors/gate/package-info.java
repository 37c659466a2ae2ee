/** Gates on real databases: what each policy leaves in target, quarantine and ledger. */
@NullMarked
package dev.sluice.connectors.gate;

import org.jspecify.annotations.NullMarked;
