package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Among;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.KeyScan;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Offenders;
import dev.sluice.engine.sql.Statement;
import dev.sluice.engine.sql.internal.Aggregates.Aggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Statements about the keys at fault. */
public final class Faults {

  private final Workbench bench;
  private final Relations relations;

  public Faults(SqlProfile profile) {
    this.bench = new Workbench(profile);
    this.relations = new Relations(bench);
  }

  /**
   * Keys at fault, one more than {@link KeyScan#MOST} at most, and beside each the number of rows
   * that have any of them, those that are not fetched included.
   */
  public Statement keys(KeyScan scan, Optional<Expression> narrowing) {
    Scope own = scan.tally().scope();
    Scope scope = narrowing.map(own::within).orElse(own);
    int groups = scan.tally().check() instanceof Among ? 0 : scan.tally().per().size();
    RelNode counted = bench.barrier(counted(scan, scope));
    int parts = scan.key().size();
    List<RexNode> values = new ArrayList<>(bench.fields(counted).subList(groups, groups + parts));
    values.add(
        bench.terms.term("SUM({0}) OVER ()", Type.INTEGER, bench.field(counted, groups + parts)));
    List<String> names = new ArrayList<>();
    List<SqlNode> selected = new ArrayList<>();
    for (int place = 0; place < values.size(); place++) {
      names.add(bench.fresh(place < parts ? "key" : "rows"));
      selected.add(Heads.column(names.get(place)));
    }
    SqlNode query = bench.query(bench.project(counted, values, names));
    return bench.statement(
        Trees.select(
            selected,
            Trees.as(query, bench.fresh("faults")),
            List.of(),
            SqlLiteral.createExactNumeric(Integer.toString(KeyScan.MOST + 1), Trees.NOWHERE)));
  }

  private RelNode counted(KeyScan scan, Scope scope) {
    List<String> per = scan.tally().per();
    Duplicates duplicates = new Duplicates(relations);
    return scan.tally().check() instanceof Among among
        ? duplicates.counted(new Orphans(relations).of(scope, per, among), among.key(), List.of())
        : duplicates.repeated(
            relations.of(scope),
            scan.key(),
            per,
            () -> relations.of(scope),
            scan.is(KeyScan.Way.SORTED));
  }

  /** The number of values of the key, and of different ones. */
  public Statement screen(KeyScan scan) {
    Aggregates counts = new Aggregates(relations.of(scan.tally().scope()), List.of());
    for (String template : List.of("COUNT({0})", "COUNT(DISTINCT {0})")) {
      counts.add(new Aggregate(template, Type.INTEGER, scan.key(), true, Optional.empty()));
    }
    return bench.statement(bench.query(counts.relation()));
  }

  /** Whether what {@link #screen} gave leaves no value for a second row. */
  public static boolean passes(List<@Nullable Object> row) {
    return Decoding.count(row.get(0)) == Decoding.count(row.get(1));
  }

  /** What {@link #keys} gave. */
  public static Offenders offenders(KeyScan scan, List<List<@Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return Offenders.NONE;
    }
    List<Expression> key = scan.key();
    List<List<@Nullable Object>> keys = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> values = new ArrayList<>();
      for (int place = 0; place < key.size(); place++) {
        values.add(Decoding.value(row.get(place), key.get(place).type()));
      }
      keys.add(values);
    }
    return new Offenders(Decoding.count(rows.get(0).get(key.size())), keys);
  }
}
