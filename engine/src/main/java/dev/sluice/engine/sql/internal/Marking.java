package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Marks.Flag;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;

/** Marks of rows: what is read of them, and how they are made. */
final class Marking {

  private Marking() {}

  /** Brings each row's marks to it; the rows have their identity. */
  static void joinMarks(Rows rows, Marks marks, JoinRelType kind) {
    Workbench bench = rows.bench();
    RelNode marked = bench.scan(marks.table(), false);
    List<String> names = marked.getRowType().getFieldNames();
    int offset = rows.offset();
    RexNode row = bench.field(marked, names.indexOf(Marks.ROW), offset);
    rows.join(marked, kind, bench.terms.term("{0} = {1}", Type.BOOLEAN, rows.identity(), row));
    for (Flag flag : marks.flags()) {
      rows.place(flag.name(), offset + names.indexOf(flag.name()));
    }
  }

  /** Rows with none of the flags; a row without marks has none. */
  static RexNode without(Rows rows, List<String> flags) {
    Terms terms = rows.bench().terms;
    return terms.term(
        "CASE WHEN {0} THEN FALSE ELSE TRUE END",
        Type.BOOLEAN, terms.or(flags.stream().map(rows::field).toList()));
  }
}
