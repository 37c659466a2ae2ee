package dev.sluice.engine.audit;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Tolerance;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.judge.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what a table looks like; the catalogue is all it needs. */
final class SchemaJudge {

  private SchemaJudge() {}

  static Finding judge(Expectation.Schema schema, List<Column> columns) {
    List<String> wrong = new ArrayList<>();
    for (Expectation.Schema.Wanted wanted : schema.columns()) {
      find(columns, wanted.name())
          .ifPresentOrElse(
              column -> compare(wanted, column, wrong),
              () -> wrong.add("no column `" + wanted.name() + "`"));
    }
    if (schema.extraForbidden()) {
      columns.stream()
          .filter(column -> schema.columns().stream().noneMatch(each -> names(each, column)))
          .forEach(column -> wrong.add("`" + column.name() + "` is not expected"));
    }
    schema.forbidden().stream()
        .filter(name -> find(columns, name).isPresent())
        .forEach(name -> wrong.add("`" + name + "` is forbidden"));
    if (schema.orderStrict() && wrong.isEmpty()) {
      order(schema, columns).ifPresent(wrong::add);
    }
    String message =
        wrong.isEmpty() ? columns.size() + " columns as expected" : String.join("; ", wrong);
    return Judge.counted(
        schema, new Tolerance.None(), 1, wrong.isEmpty() ? 0 : 1, message, List.of());
  }

  private static void compare(Expectation.Schema.Wanted wanted, Column column, List<String> wrong) {
    Optional<Type> type = wanted.type();
    if (type.isPresent() && !fits(type.get(), column.type())) {
      wrong.add(
          "`" + wanted.name() + "` is " + column.type().text() + ", not " + type.get().text());
    } else if (wanted.notNull() && column.nullable()) {
      wrong.add("`" + wanted.name() + "` may be null");
    }
  }

  // Compared by family; of a decimal precision and scale count when they were given.
  private static boolean fits(Type wanted, Type found) {
    boolean family = wanted.family() == found.family();
    boolean digits =
        wanted.precision() == 0
            || (wanted.precision() == found.precision() && wanted.scale() == found.scale());
    return family && digits;
  }

  private static Optional<String> order(Expectation.Schema schema, List<Column> columns) {
    int at = 0;
    for (Expectation.Schema.Wanted wanted : schema.columns()) {
      int found = at;
      while (found < columns.size() && !names(wanted, columns.get(found))) {
        found++;
      }
      if (found == columns.size()) {
        return Optional.of("`" + wanted.name() + "` is not in its place");
      }
      at = found + 1;
    }
    return Optional.empty();
  }

  private static boolean names(Expectation.Schema.Wanted wanted, Column column) {
    return wanted.name().equalsIgnoreCase(column.name());
  }

  private static Optional<Column> find(List<Column> columns, String name) {
    Optional<Column> exact = columns.stream().filter(each -> each.name().equals(name)).findFirst();
    return exact.isPresent()
        ? exact
        : columns.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }
}
