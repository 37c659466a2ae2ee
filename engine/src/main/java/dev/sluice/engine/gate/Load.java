package dev.sluice.engine.gate;

import java.util.Optional;

/**
 * What identifies one run of a gate in the ledger.
 *
 * @param id the ledger's row: a run of several suites has one for each of them
 * @param target the table that downstream reads, as its path
 * @param candidate the table on trial, as written
 * @param batch the load's name; without one nothing is known to be the same load again
 * @param fingerprint of the suite's text: tells whether it changed since
 */
record Load(
    String id,
    String runId,
    String suite,
    String candidate,
    String target,
    Optional<String> batch,
    String fingerprint) {}
