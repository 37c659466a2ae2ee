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
 * @param quarantine the table that holds the rows set aside, as SQL writes it; told to people
 *     alone, no field of report version 1
 * @param replay the rows came from the quarantine, and those of {@code quarantined} stay there;
 *     told to people alone
 */
public record GateReport(
    String shape,
    Optional<String> mode,
    String target,
    long published,
    Optional<String> quarantine,
    long quarantined,
    long dropped,
    Map<String, Long> defaulted,
    Optional<String> batch,
    boolean alreadyPublished,
    boolean replay) {}
