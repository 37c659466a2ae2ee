package dev.sluice.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.ColumnValue;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Measurement.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BatchesTest {

  private static final List<String> COLUMNS = List.of("a", "b", "c");

  private static final Scope SCOPE =
      new Scope(
          new Relation.Stored(
              new Table(
                  List.of("t"),
                  "t",
                  COLUMNS.stream()
                      .map(name -> new Column(name, Type.INTEGER, "bigint", true))
                      .toList()),
              Optional.empty()),
          Optional.empty());

  /** Lines about one column after the other, and round again. */
  private static List<Measurement> lines(int count) {
    List<Measurement> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Expression column = new ColumnValue(COLUMNS.get(i % COLUMNS.size()), Type.INTEGER);
      Constant limit = new Constant(BigDecimal.valueOf(i), Type.INTEGER);
      Compare check = new Compare(Operator.LESS, column, limit);
      lines.add(new Tally(SCOPE, check, List.of()));
    }
    return lines;
  }

  private static List<String> columns(List<Measurement> batch) {
    return batch.stream()
        .flatMap(each -> Expressions.columns(((Tally) each).check()).stream())
        .distinct()
        .toList();
  }

  @Test
  void whatFitsStaysInItsOrder() {
    assertThat(Batches.of(lines(33), true)).containsExactly(lines(33));
    assertThat(Batches.of(lines(133), false)).containsExactly(lines(133));
  }

  @Test
  void aColumnsLinesStayTogetherWhereOneStatementIsTooWide() {
    List<List<Measurement>> batches = Batches.of(lines(99), true);
    assertThat(batches).hasSize(3).allMatch(batch -> columns(batch).size() == 1);
    assertThat(batches.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(lines(99));
  }

  @Test
  void aColumnWithTooManyLinesTakesSeveral() {
    List<List<Measurement>> batches = Batches.of(lines(600), false);
    assertThat(batches).hasSize(5).allMatch(batch -> 3 * batch.size() <= 400);
    assertThat(batches.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(lines(600));
  }
}
