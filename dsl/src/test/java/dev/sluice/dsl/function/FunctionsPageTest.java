package dev.sluice.dsl.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/functions.md} says what the code says; {@code -Dgolden.update=true} writes it anew.
 */
class FunctionsPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("sluice.root"), "docs", "functions.md");

  private static final String FUNCTIONS =
      """
      # Functions, tests and metrics

      Written by a test from the code that types and computes them; they mean the same on every database.

      ## Functions

      A function computes one value from others, row by row, or from metrics. The last column says what it gives when an
      argument is NULL.

      | function | what it gives | of NULL |
      |---|---|---|
      """;

  private static final String TESTS =
      """

      ## Tests: `is NAME`

      A test stands behind a value and gives true or false; `is not NAME` turns it round. `define:` adds further ones.
      `is json` is not available on PostgreSQL.

      | test | true when the value is | of NULL |
      |---|---|---|
      | `is null` | NULL | true |
      | `is unique` | not in any other row; also of a tuple, `(a, b) is unique`, and with `per` within its group | undecided |
      | `is increasing(by)` | not below the one before it, in the order of `by`; with `per` within its group | undecided |
      | `is strictly_increasing(by)` | above the one before it | undecided |
      | `is decreasing(by)` | not above the one before it | undecided |
      | `is strictly_decreasing(by)` | below the one before it | undecided |
      """;

  private static final String METRICS =
      """

      ## Metrics

      A metric is one number or value about a whole table, or about each group of `per`. A filter stands in its brackets,
      `sum(amount where status = 'paid')`, another table behind them, `row_count of raw.orders`. Every metric passes over
      NULL. The last column says what it gives where nothing is left to measure.

      | metric | what it is | of nothing |
      |---|---|---|
      """;

  @Test
  void saysWhatTheCodeSays() throws IOException {
    StringBuilder page = new StringBuilder(FUNCTIONS);
    Functions.all().stream()
        .filter(each -> !each.name().startsWith("is_"))
        .forEach(
            each ->
                page.append(
                    row(
                        each.signature(),
                        each.documentation(),
                        each.lenient() ? "not NULL by that alone" : nullOf(each))));
    page.append(TESTS);
    Functions.all().stream()
        .filter(each -> each.name().startsWith("is_"))
        .forEach(each -> page.append(row(test(each), each.documentation(), "undecided")));
    page.append(METRICS);
    for (Metric metric : Metric.values()) {
      page.append(row(Metrics.signature(metric), Metrics.documentation(metric), ofNothing(metric)));
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page.toString());
  }

  private static final List<Metric> COUNTS =
      List.of(Metric.ROW_COUNT, Metric.COUNT, Metric.DISTINCT_COUNT, Metric.DUPLICATE_COUNT);

  private static String ofNothing(Metric metric) {
    return COUNTS.contains(metric) ? "0" : metric == Metric.COLUMN_COUNT ? "-" : "NULL";
  }

  private static String nullOf(Function function) {
    return function == Functions.NOW ? "-" : "NULL";
  }

  /** {@code is_date(text, 'yyyy-MM-dd')} as it is written behind a value. */
  private static String test(Function format) {
    return format
        .signature()
        .replaceFirst("^is_", "is ")
        .replaceFirst("\\(text\\)$", "")
        .replaceFirst("\\(text, ", "(");
  }

  private static String row(String name, String sentence, String ofNull) {
    return "| `" + name + "` | " + sentence.replace("|", "\\|") + " | " + ofNull + " |\n";
  }
}
