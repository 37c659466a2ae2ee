package dev.sluice.engine.report;

/**
 * Why something could not be judged or done.
 *
 * @param code a word such as {@code database}, {@code timeout}, {@code busy}, {@code
 *     repair_conflict}
 * @param message for people, with the database's own words where there are any
 */
public record Failure(String code, String message) {}
