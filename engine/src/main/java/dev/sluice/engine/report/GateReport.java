package dev.sluice.engine.report;

import java.util.Map;
import java.util.Optional;

/**
 * What a gate did to rows.
 *
 * @param shape {@code publish}, {@code load} or {@code in place}
 * @param mode {@code append}, {@code replace} or {@code merge}; absent outside the publish shape
 * @param target the table that downstream reads
 * @param published rows that went through
 * @param defaulted rows changed, by column
 */
public record GateReport(
    String shape,
    Optional<String> mode,
    String target,
    long published,
    long quarantined,
    long dropped,
    Map<String, Long> defaulted,
    Optional<String> batch,
    boolean alreadyPublished) {}
