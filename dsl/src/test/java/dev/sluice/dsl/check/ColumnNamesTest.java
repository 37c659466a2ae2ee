package dev.sluice.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.yaml.SuiteFile;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Columns that a suite lists by name. */
class ColumnNamesTest {

  @Test
  void names_mean_columns_and_unknown_ones_are_told() {
    Diagnostics diagnostics = new Diagnostics();
    SuiteFile file =
        Suites.read(
            """
            table: staging.orders
            sensitive: [EMAIL, "\\"order id\\"", emial]
            expect: [amount > 0]
            """,
            diagnostics);
    Checker checker = Suites.checker(file, ZoneOffset.UTC, diagnostics);
    assertThat(checker.columns(file.sensitive(), Tables.ORDERS))
        .extracting(Column::name)
        .containsExactly("email", "order id");
    assertThat(diagnostics.all())
        .extracting(Diagnostic::message)
        .containsExactly("no column `emial` in `staging.orders`");
  }
}
