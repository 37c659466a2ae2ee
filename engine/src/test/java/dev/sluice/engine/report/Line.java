package dev.sluice.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds an expectation's report for tests; what is not said is empty. */
final class Line {

  private final String line;
  private String id;
  private @Nullable String name;
  private int fileLine = 3;
  private String level = "row";
  private Verdict verdict = Verdict.MET;
  private @Nullable String policy;
  private long judged;
  private long violations;
  private long undecided;
  private long acted;
  private @Nullable Object observed;
  private final Map<String, @Nullable Object> metrics = new LinkedHashMap<>();
  private String message = "";
  private @Nullable String because;
  private List<String> tags = List.of();
  private final List<Map<String, @Nullable Object>> samples = new ArrayList<>();
  private boolean truncated;
  private @Nullable Failure error;
  private List<String> sql = List.of();

  private Line(String line) {
    this.line = line;
    this.id = line;
  }

  static Line of(String line) {
    return new Line(line);
  }

  Line id(String value) {
    id = value;
    return this;
  }

  Line named(String value) {
    name = value;
    id = value;
    return this;
  }

  Line at(int value) {
    fileLine = value;
    return this;
  }

  Line is(Verdict value, @Nullable String action) {
    verdict = value;
    policy = action;
    return this;
  }

  Line rows(long judgedRows, long violatingRows, long undecidedRows) {
    judged = judgedRows;
    violations = violatingRows;
    undecided = undecidedRows;
    return this;
  }

  Line acted(long value) {
    acted = value;
    return this;
  }

  Line table(String metric, @Nullable Object value) {
    level = "table";
    judged = 1;
    violations = verdict == Verdict.MET ? 0 : 1;
    observed = value;
    metrics.put(metric, value);
    return this;
  }

  Line says(String value) {
    message = value;
    return this;
  }

  Line because(String value) {
    because = value;
    return this;
  }

  Line tags(String... values) {
    tags = List.of(values);
    return this;
  }

  /** One sample row: names and values in turns. */
  Line sample(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    List<@Nullable Object> parts = Arrays.asList(namesAndValues);
    for (int index = 0; index < parts.size(); index += 2) {
      row.put(String.valueOf(parts.get(index)), parts.get(index + 1));
    }
    samples.add(row);
    return this;
  }

  Line andMore() {
    truncated = true;
    return this;
  }

  Line fails(String code, String text) {
    verdict = Verdict.ERROR;
    error = new Failure(code, text);
    message = text;
    return this;
  }

  Line sql(String... values) {
    sql = List.of(values);
    return this;
  }

  ExpectationReport build() {
    return new ExpectationReport(
        id,
        Optional.ofNullable(name),
        line,
        fileLine,
        level,
        verdict,
        Optional.ofNullable(policy),
        judged,
        violations,
        undecided,
        acted,
        observed,
        metrics,
        message,
        Optional.ofNullable(because),
        tags,
        samples,
        truncated,
        Optional.ofNullable(error),
        sql);
  }
}
