package dev.sluice.engine.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One expectation of a report. Values in {@code observed}, {@code metrics} and {@code samples} are
 * of the Java classes that {@code dsl.type.Type.Family} names, or null.
 *
 * @param fileLine 1-based, 0 for a line given by {@code -e}
 * @param level {@code row}, {@code table} or {@code schema}
 * @param policy the word of the action that applied
 * @param judged decided rows or groups; 1 for a table check without {@code per}
 * @param acted rows moved or changed because of this line
 * @param observed of a table check without {@code per}, the value left of the test
 */
public record ExpectationReport(
    String id,
    Optional<String> name,
    String line,
    int fileLine,
    String level,
    Verdict verdict,
    Optional<String> policy,
    long judged,
    long violations,
    long undecided,
    long acted,
    @Nullable Object observed,
    Map<String, @Nullable Object> metrics,
    String message,
    Optional<String> because,
    List<String> tags,
    List<Map<String, @Nullable Object>> samples,
    boolean samplesTruncated,
    Optional<Failure> error,
    List<String> sql) {}
