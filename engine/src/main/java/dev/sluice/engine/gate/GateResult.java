package dev.sluice.engine.gate;

import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.report.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a gate ended.
 *
 * @param fingerprint of the candidate, as an earlier run of this batch found it
 * @param trial absent when it ended before anything was typed
 * @param candidate findings on the candidate, in the order of the lines; empty when none was judged
 * @param ensure findings on the target
 * @param acted rows moved or changed by a line, by its id
 * @param faults lines that a later pass found at fault, by id
 */
public record GateResult(
    Outcome outcome,
    String message,
    Optional<Failure> error,
    Optional<Trial> trial,
    Optional<Long> rows,
    Optional<String> fingerprint,
    List<Finding> candidate,
    List<Finding> ensure,
    Map<String, Long> acted,
    Map<String, Failure> faults,
    long published,
    long quarantined,
    long dropped,
    Map<String, Long> defaulted,
    boolean alreadyPublished) {}
