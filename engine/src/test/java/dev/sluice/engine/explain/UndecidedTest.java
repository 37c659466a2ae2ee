package dev.sluice.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.check.Checked;
import dev.sluice.dsl.check.Checker;
import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Parameters;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Operands;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.table.TableLookup;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.value.Evaluator;
import dev.sluice.dsl.value.Measures;
import dev.sluice.dsl.value.Row;
import dev.sluice.dsl.yaml.SuiteFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a check is said to be undecided, held against every row of a few values. */
final class UndecidedTest {

  private static final Map<String, List<@Nullable Object>> VALUES =
      Map.of(
          "a", Arrays.asList(null, number(0), number(2), number(9)),
          "b", Arrays.asList(null, number(0), number(3)),
          "c", Arrays.asList(null, number(1), number(7)),
          "t", Arrays.asList(null, "", "12", "x"),
          "f", Arrays.asList(null, true, false));

  private static final Table TABLE =
      new Table(
          List.of("t"),
          "t",
          List.of(
              column("a", Type.INTEGER),
              column("b", Type.INTEGER),
              column("c", Type.INTEGER),
              column("t", Type.TEXT),
              column("f", Type.BOOLEAN)));

  private static BigDecimal number(int value) {
    return BigDecimal.valueOf(value);
  }

  private static Column column(String name, Type type) {
    return new Column(name, type, "", true);
  }

  private static Expression check(String sentence) {
    Diagnostics diagnostics = new Diagnostics();
    SuiteFile file =
        SuiteFile.of(
            Scalar.whole(new SourceFile("x", "t")),
            List.of(
                new SuiteFile.LineEntry(
                    Scalar.whole(new SourceFile("-e", sentence)),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty())));
    TableLookup lookup = path -> new TableLookup.Found.One(TABLE);
    Parameters parameters = Parameters.of(file, Map.of(), ZoneOffset.UTC, diagnostics);
    List<Checked> lines =
        new Checker(file, lookup, parameters, Instant.EPOCH, ZoneOffset.UTC, diagnostics)
            .expectations(TABLE);
    diagnostics.throwIfErrors();
    return ((Expectation.Sentence) lines.get(0).expectation()).check();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a > 1",
        "a between 1 and b",
        "a = b within 1",
        "a in (1, 2)",
        "a is null",
        "a is not null and a > 1",
        "a is null or a > 1",
        "a is null and b > 1",
        "a > 1 and b > 1",
        "a > 1 or b > 1",
        "not (a > 1 and b > 1) or c = 1",
        "(a > 1 or b > 1) and (c > 1 or f)",
        "a + b > c",
        "a / b > 1",
        "a / 2 > 1",
        "div(a, b) = 0 and mod(a, 2) = 0",
        "number(t) > 3",
        "number(t) is null or number(t) > 3",
        "t like '1%' or t matches '[a-z]*'",
        "t is blank",
        "starts_with(t, '1') and f",
        "coalesce(a, b) > 1",
        "coalesce(a, b, 1) > 1",
        "coalesce(a / b, c) > 1",
        "if(f, a, b) > 1",
        "if(a is null, b, a) > 1",
        "if(a > 1, 1, b) = 1",
        "greatest(a, b) > 1",
        "sqrt(a - b) < 2",
        "(a, b) in ((2, 3), (9, 3))",
        "(a > 1) = (b is null)",
        "f",
        "not f or a = 2"
      })
  void isWhatTheEvaluatorSays(String sentence) {
    Expression check = check(sentence);
    Undecided undecided = Undecided.of(check, true);
    Set<Set<Cause>> seenNull = new HashSet<>();
    Set<Set<Cause>> seenDecided = new HashSet<>();
    for (Map<String, @Nullable Object> values : rows()) {
      Row row = values::get;
      boolean isNull = Evaluator.evaluate(check, row, Measures.NONE) == null;
      Set<Cause> there = there(check, row);
      boolean certain =
          undecided.always().stream().anyMatch(there::contains)
              || includes(there, undecided.together());
      assertThat(!certain || isNull).as("%s is not NULL of %s", sentence, values).isTrue();
      assertThat(!isNull || certain || includes(there, undecided.perhaps()))
          .as("%s is NULL of %s: %s", sentence, values, undecided)
          .isTrue();
      for (Set<Cause> each : undecided.perhaps()) {
        if (there.containsAll(each)) {
          (isNull ? seenNull : seenDecided).add(each);
        }
      }
    }
    assertThat(seenNull).containsAll(undecided.perhaps());
    assertThat(seenDecided).containsAll(undecided.perhaps());
  }

  @Test
  void isNotSearchedForWithoutEnd() {
    StringBuilder sentence = new StringBuilder("a > 1");
    for (int part = 0; part < 40; part++) {
      sentence.append(" and number(concat(t, '").append(part).append("')) > 0");
    }
    Undecided undecided = Undecided.of(check(sentence.toString()), true);
    assertThat(undecided.perhaps()).hasSize(42);
  }

  private static boolean includes(Set<Cause> there, Collection<Set<Cause>> sets) {
    return sets.stream().anyMatch(there::containsAll);
  }

  /** A function is itself a cause where it is NULL though its arguments are not. */
  private static Set<Cause> there(Expression check, Row row) {
    Set<Cause> there = new HashSet<>();
    for (Cause each : Cause.in(check)) {
      boolean given =
          Operands.of(each.expression()).stream()
              .allMatch(part -> Evaluator.evaluate(part, row, Measures.NONE) != null);
      if (given && Evaluator.evaluate(each.expression(), row, Measures.NONE) == null) {
        there.add(each);
      }
    }
    return there;
  }

  private static List<Map<String, @Nullable Object>> rows() {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>(List.of(new HashMap<>()));
    VALUES.forEach(
        (column, values) -> {
          List<Map<String, @Nullable Object>> more = new ArrayList<>();
          for (Map<String, @Nullable Object> row : rows) {
            for (Object value : values) {
              Map<String, @Nullable Object> next = new HashMap<>(row);
              next.put(column, value);
              more.add(next);
            }
          }
          rows.clear();
          rows.addAll(more);
        });
    return rows;
  }
}
