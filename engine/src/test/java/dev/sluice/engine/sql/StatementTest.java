package dev.sluice.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a statement is told. */
final class StatementTest {

  private static Statement statement(String before, String bound, int times, String after) {
    return new Statement(
        before + String.join(", ", Collections.nCopies(times, bound)) + after,
        Collections.nCopies(times, 1));
  }

  @Test
  void longListsOfBoundValuesAreShortened() {
    assertThat(statement("x IN (", "CAST(? AS DECIMAL(10, 2))", 10_000, ") AND y = 'a'").told())
        .isEqualTo("x IN (CAST(? AS DECIMAL(10, 2)), ..., CAST(? AS DECIMAL(10, 2))) AND y = 'a'");
  }

  @Test
  void shortOnesAreTold() {
    Statement few = statement("x IN (", "CAST(? AS BIGINT)", 20, ")");
    assertThat(few.told()).isEqualTo(few.sql());
    Statement none = new Statement("SELECT 'CAST(? AS ", List.of());
    assertThat(none.told()).isEqualTo(none.sql());
  }
}
