package dev.sluice.engine.sql.internal;

import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** The making of one statement. */
public final class Compilation {

  private final Workbench bench;
  private final Relations relations;

  public Compilation(SqlProfile profile) {
    this.bench = new Workbench(profile);
    this.relations = new Relations(bench);
  }

  public Statement scan(Scan scan) {
    List<SqlNode> queries = new ArrayList<>();
    for (Block block : new Layout(scan, bench.profile).blocks()) {
      queries.add(block.query(relations));
    }
    return bench.statement(Trees.beside(bench, queries));
  }
}
