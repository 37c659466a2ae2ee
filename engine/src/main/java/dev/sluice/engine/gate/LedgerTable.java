package dev.sluice.engine.gate;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.run.Failures;
import dev.sluice.engine.run.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Where the ledger's rows are kept, and of what they are made. */
final class LedgerTable {

  private static final List<Column> COLUMNS =
      List.of(
          column("id", Type.TEXT),
          column("run_id", Type.TEXT),
          column("suite", Type.TEXT),
          column("candidate", Type.TEXT),
          column("target", Type.TEXT),
          column("batch", Type.TEXT),
          column("state", Type.TEXT),
          column("started_at", Type.TIMESTAMPTZ),
          column("ended_at", Type.TIMESTAMPTZ),
          column("candidate_rows", Type.INTEGER),
          column("published", Type.INTEGER),
          column("quarantined", Type.INTEGER),
          column("dropped", Type.INTEGER),
          column("suite_fingerprint", Type.TEXT),
          column("candidate_fingerprint", Type.TEXT),
          column("message", Type.TEXT));

  private final Table table;

  LedgerTable(List<String> path) {
    this.table = new Table(path, path.get(path.size() - 1), COLUMNS);
  }

  private static Column column(String name, Type type) {
    return new Column(name, type, "", true);
  }

  Table table() {
    return table;
  }

  /** Makes the table where it is not there yet, in the open transaction. */
  void create(Session session) {
    if (!exists(session)) {
      session.update(session.compiler().createTable(table, columns(session), false));
    }
  }

  private static List<Column> columns(Session session) {
    SqlProfile profile = session.connector().sql();
    List<Column> columns = new ArrayList<>();
    for (Column each : COLUMNS) {
      String declared = each.name().equals("id") ? profile.keyTypeName() : "";
      columns.add(new Column(profile.folded(each.name()), each.type(), declared, true));
    }
    return columns;
  }

  boolean exists(Session session) {
    try {
      List<CatalogueReader.Entry> found =
          session.connector().catalogue().find(session.connection(), table.path(), true);
      return !found.isEmpty();
    } catch (SQLException failure) {
      throw Failures.failure(failure);
    }
  }
}
