package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Marks.Chosen;
import dev.sluice.engine.plan.Marks.Flag;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Relation.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;

/** Marks of rows: how they are found, and how they are read. */
final class Marking {

  private final Relations relations;
  private final Workbench bench;
  private final Terms terms;

  Marking(Relations relations) {
    this.relations = relations;
    this.bench = relations.bench();
    this.terms = bench.terms;
  }

  /**
   * The identity of each row that has a flag, and its flags.
   *
   * @param onTrial the rows that may be marked, among all that are looked at
   */
  RelNode marked(Stored source, Optional<Expression> onTrial, Marks marks) {
    Rows rows = relations.identified(source);
    List<RexNode> flags = new ArrayList<>();
    for (Flag flag : marks.flags()) {
      RexNode violated = flagged(rows, source, flag);
      flags.add(
          terms.flag(
              onTrial.map(each -> terms.and(List.of(rows.of(each), violated))).orElse(violated)));
      rows.forget();
    }
    List<RexNode> values = new ArrayList<>(List.of(rows.identity()));
    List<String> names = new ArrayList<>(List.of(Marks.ROW));
    values.addAll(flags);
    marks.flags().forEach(flag -> names.add(flag.name()));
    RelNode all = bench.barrier(bench.project(rows.relation(), values, names));
    return bench.filter(all, terms.or(bench.fields(all).subList(1, values.size())));
  }

  /** True where the row is in the line's scope and violates it: of a choice, where it loses. */
  private RexNode flagged(Rows rows, Stored source, Flag flag) {
    Scope scope = new Scope(source, flag.where());
    Optional<RexNode> within =
        flag.where()
            .map(
                where -> {
                  new Lookups(relations, rows, List.of(), () -> relations.of(source)).add(where);
                  return rows.of(where);
                });
    rows.forget();
    Lookups lookups = new Lookups(relations, rows, flag.per(), () -> relations.of(scope), within);
    RexNode violated;
    if (flag.keeping().isPresent()) {
      violated = loses(rows, lookups, flag.keeping().get(), flag.per(), within);
    } else {
      lookups.add(flag.check());
      violated = terms.not(rows.of(flag.check()));
    }
    return within.map(each -> terms.and(List.of(each, violated))).orElse(violated);
  }

  /** All but the first of each group of equal keys, ties broken by the rows' identity. */
  private RexNode loses(
      Rows rows, Lookups lookups, Chosen chosen, List<String> per, Optional<RexNode> within) {
    lookups.add(chosen.key());
    List<RexNode> key = chosen.key().stream().map(rows::exact).toList();
    List<RexNode> operands =
        new ArrayList<>(List.of(rows.ordered(chosen.column()), rows.identity()));
    chosen.standing().ifPresent(column -> operands.add(rows.field(column)));
    operands.addAll(key);
    per.forEach(column -> operands.add(rows.exact(column)));
    within.ifPresent(condition -> operands.add(terms.flag(condition)));
    RexNode place =
        rows.append(
            bench.fresh("place"),
            terms.term(
                "ROW_NUMBER() OVER (PARTITION BY "
                    + (chosen.standing().isPresent()
                        ? "{3..} ORDER BY {2} DESC, "
                        : "{2..} ORDER BY ")
                    + bench.profile.nullsLastTemplate(chosen.latest())
                    + ", {1})",
                Type.INTEGER,
                operands));
    return terms.and(
        List.of(
            terms.noneNull(chosen.key().stream().map(rows::of).toList()),
            terms.term("{0} > 1", Type.BOOLEAN, place)));
  }

  /** The rows of a relation with their marks beside them; the rows have their identity. */
  static void join(Rows rows, Marks marks, JoinRelType kind) {
    Workbench bench = rows.bench();
    RelNode marked = bench.scan(marks.table(), false);
    List<String> names = marks.table().columns().stream().map(Column::name).toList();
    int offset = rows.offset();
    RexNode row = bench.field(marked, names.indexOf(Marks.ROW), offset);
    rows.join(marked, kind, bench.terms.term("{0} = {1}", Type.BOOLEAN, rows.identity(), row));
    for (Flag flag : marks.flags()) {
      rows.place(flag.name(), offset + names.indexOf(flag.name()));
    }
  }

  /** Rows with none of the flags; a row without marks has none. */
  static RexNode without(Rows rows, List<String> flags) {
    return rows.bench()
        .terms
        .term("CASE WHEN {0} THEN FALSE ELSE TRUE END", Type.BOOLEAN, any(rows, flags));
  }

  /** Rows with one of the flags. */
  static RexNode any(Rows rows, List<String> flags) {
    return rows.bench().terms.or(flags.stream().map(rows::field).toList());
  }

  /** The marks by themselves. */
  static Rows alone(Workbench bench, Marks marks) {
    return new Rows(bench, bench.scan(marks.table(), false), marks.table().columns());
  }
}
