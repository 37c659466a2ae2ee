package dev.sluice.dsl.check;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is expected of a table, typed and without places. */
public sealed interface Expectation {

  Heading heading();

  Policy policy();

  /**
   * What people and reports call it.
   *
   * @param id the name, else the canonical check, {@code where} and {@code per}; in {@code ensure}
   *     behind {@code ensure: }
   * @param line the canonical sentence
   * @param fileLine 1-based, 0 for a line given by {@code -e}
   * @param ensure true when judged on the target after the write
   */
  record Heading(
      String id,
      Optional<String> name,
      String line,
      int fileLine,
      Optional<String> because,
      List<String> tags,
      Optional<String> owner,
      boolean ensure) {}

  /**
   * A sentence.
   *
   * @param level {@link Level#ROW} or {@link Level#TABLE}, never constant
   * @param where narrows the relation: everything in the check, metrics and uniqueness included,
   *     sees only rows for which it is true
   * @param per columns whose values form the groups
   * @param subject the one column that the check names, when it names one
   * @param columns the columns of the candidate that are judged, those of the check and of {@code
   *     per}, in order of first appearance: what samples show
   * @param metrics canonical text to metric, for a report, in order of appearance
   * @param observed of a table check without {@code per}: what stands left of the test
   */
  record Sentence(
      Heading heading,
      Level level,
      Expression check,
      Optional<Expression> where,
      List<Column> per,
      Tolerance tolerance,
      Policy policy,
      Optional<String> subject,
      List<String> columns,
      Map<String, Expression> metrics,
      Optional<Expression> observed)
      implements Expectation {}

  /** What the table must look like; judged without a scan. */
  record Schema(
      Heading heading,
      Policy policy,
      List<Wanted> columns,
      boolean extraForbidden,
      boolean orderStrict,
      List<String> forbidden)
      implements Expectation {

    /** A wanted column; an absent type stands for {@code any}. */
    public record Wanted(String name, Optional<Type> type, boolean notNull, String text) {}
  }

  /** A query whose rows are the violations; {@code query} is the text as written. */
  record Query(Heading heading, Policy policy, Tolerance tolerance, String query)
      implements Expectation {}
}
