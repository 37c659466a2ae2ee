package dev.sluice.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Twenty lines and two hundred over the same twelve columns, as whole processes by turns. */
final class ManyLines implements Part {

  private static final List<String> NUMBERS =
      List.of("order_id", "customer_id", "amount", "qty", "discount");

  private final String program;
  private final int turns;
  private final Figures figures =
      new Figures("rows", "20 lines: s", "processors", "200 lines: s", "processors", Cost.RATIOS);

  ManyLines(Path program, int turns) {
    this.program = program.toString();
    this.turns = turns;
  }

  @Override
  public void measure(Orders orders) throws IOException, InterruptedException {
    Cost few = new Cost();
    Cost many = new Cost();
    Path twenty = suite(orders.folder(), 20);
    Path twoHundred = suite(orders.folder(), 200);
    for (int turn = 0; turn < turns; turn++) {
      check(twenty, orders, few);
      check(twoHundred, orders, many);
    }
    figures.add(orders.shown(), few.cells(), many.cells(), many.by(few));
  }

  private void check(Path suite, Orders orders, Cost cost)
      throws IOException, InterruptedException {
    Processes.run(
        List.of(program, "check", suite.toString(), "--connection", orders.url()),
        orders.folder(),
        " met, ",
        cost);
  }

  // Twenty different lines over all twelve columns, then the same with other limits.
  private static Path suite(Path folder, int lines) throws IOException {
    List<String> text = new ArrayList<>(List.of("table: orders", "expect:"));
    for (int round = 1; text.size() < lines + 2; round++) {
      for (String column : NUMBERS) {
        text.add("  - %s >= -%d".formatted(column, round));
        text.add("  - %s < %d".formatted(column, 2_000_000_000 + round));
      }
      text.add(
          "  - status in ('new', 'paid', 'shipped', 'delivered', 'cancelled', 'returned', 'x%d')"
              .formatted(round));
      text.add("  - currency in ('EUR', 'USD', 'GBP', 'CHF', 'JPY', 'x%d')".formatted(round));
      for (String column : List.of("email", "country", "note")) {
        text.add("  - length(%s) < %d".formatted(column, 200 + round));
      }
      for (String column : List.of("created_at", "updated_at")) {
        text.add("  - %s > %d-01-01".formatted(column, 1900 + round));
      }
      text.add("  - updated_at >= created_at - %d seconds".formatted(1 + round));
      text.add("  - length(status) < %d".formatted(50 + round));
      text.add("  - length(currency) < %d".formatted(50 + round));
    }
    return Files.write(folder.resolve("many" + lines + ".yml"), text);
  }

  @Override
  public List<String> table() {
    return figures.lines();
  }
}
