package dev.sluice.engine.gate;

import java.util.Optional;

/**
 * What identifies one run of a gate in the ledger.
 *
 * @param target the table that downstream reads, as its path
 * @param candidate the table on trial, as written
 * @param batch the load's name; without one nothing is known to be the same load again
 * @param fingerprint of the suite's text: tells whether it changed since
 */
record Load(
    String runId,
    String suite,
    String candidate,
    String target,
    Optional<String> batch,
    String fingerprint) {}
