package dev.sluice.dsl.check;

import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.table.TableLookup;
import dev.sluice.dsl.type.Type;
import java.util.List;
import java.util.Locale;

/** A handful of tables that tests speak of. */
final class Tables {

  static final Table ORDERS =
      table(
          "staging.orders",
          column("order_id", Type.INTEGER),
          column("customer_id", Type.INTEGER),
          column("status", Type.TEXT),
          column("email", Type.TEXT),
          column("country", Type.TEXT),
          column("amount", Type.decimal(12, 2)),
          column("total", Type.decimal(12, 2)),
          column("weight", Type.DOUBLE),
          column("quantity", Type.INTEGER),
          column("is_paid", Type.BOOLEAN),
          column("day", Type.DATE),
          column("created_at", Type.TIMESTAMP),
          column("updated_at", Type.TIMESTAMP),
          column("seen_at", Type.TIMESTAMPTZ),
          column("opens", Type.TIME),
          column("took", Type.DURATION),
          column("token", Type.UUID),
          column("payload", Type.JSON),
          column("raw", Type.BINARY),
          column("shape", Type.other("geometry")),
          column("Mixed", Type.INTEGER),
          column("MIXED", Type.INTEGER),
          column("order id", Type.INTEGER));

  static final Table CUSTOMERS =
      table(
          "crm.customers",
          column("id", Type.INTEGER),
          column("country", Type.TEXT),
          column("name", Type.TEXT),
          column("joined", Type.DATE));

  static final Table PAYMENTS =
      table(
          "payments",
          column("order_id", Type.INTEGER),
          column("amount", Type.decimal(12, 2)),
          column("paid_at", Type.TIMESTAMP));

  private static final List<Table> ALL = List.of(ORDERS, CUSTOMERS, PAYMENTS);

  private Tables() {}

  private static Table table(String name, Column... columns) {
    return new Table(List.of(name.split("\\.")), name, List.of(columns));
  }

  private static Column column(String name, Type type) {
    return new Column(name, type, type.text(), true);
  }

  /** By full name or by its last part; {@code twice} is found in two places. */
  static final TableLookup LOOKUP =
      new TableLookup() {
        @Override
        public Found find(Path name) {
          String wanted = name.text().toLowerCase(Locale.ROOT);
          if (wanted.equals("twice")) {
            return new Found.Several(List.of("`main.twice`", "`staging.twice`"));
          }
          for (Table table : ALL) {
            if (table.display().equals(wanted) || table.display().endsWith("." + wanted)) {
              return new Found.One(table);
            }
          }
          return new Found.None(
              List.of("staging.orders", "crm.customers", "customers", "payments"));
        }
      };
}
