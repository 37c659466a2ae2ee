package dev.sluice.engine.report;

import java.util.List;
import java.util.Optional;

/**
 * One suite of a report.
 *
 * @param connection the name from the configuration, or the URL without secrets
 * @param rows of the candidate; absent when they were not counted
 * @param scans statements of ours that measured the table
 * @param sampleScans statements that only fetched samples
 */
public record SuiteReport(
    String suite,
    String file,
    String connection,
    String table,
    Outcome outcome,
    String message,
    Optional<Failure> error,
    Optional<Long> rows,
    int scans,
    int sampleScans,
    List<ExpectationReport> expectations,
    Optional<GateReport> gate) {}
