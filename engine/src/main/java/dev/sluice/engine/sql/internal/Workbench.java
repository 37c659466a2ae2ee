package dev.sluice.engine.sql.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlString;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Relational algebra of one statement. Nodes are made directly: Calcite's builder simplifies, and
 * what it simplifies rests on what the catalogue claims.
 */
final class Workbench {

  final SqlProfile profile;
  final CalciteTypes types = new CalciteTypes();
  final Terms terms;
  private final RelOptCluster cluster;
  private final Converter converter;
  // a statement of many parts reads one table in each of them
  private final Map<Table, RelDataType> plain = new HashMap<>();
  private final Map<Table, RelDataType> identified = new HashMap<>();
  private int names;

  Workbench(SqlProfile profile) {
    this.profile = profile;
    RexBuilder rex = new RexBuilder(types.factory());
    this.cluster = RelOptCluster.create(new HepPlanner(HepProgram.builder().build()), rex);
    this.terms = new Terms(profile, types, rex);
    this.converter = new Converter(profile.dialect());
  }

  /** Whether predicates are better counted each by itself. */
  boolean prunes(Relation relation) {
    return relation instanceof Relation.Stored stored && profile.prunesByPredicate(stored.table());
  }

  /** A name that no column has. */
  String fresh(String stem) {
    return "sluice_" + stem + "_" + ++names;
  }

  /** All columns of a table; {@code identity} adds the pseudo column, which `*` leaves out. */
  RelNode scan(Table table, boolean identity) {
    RelDataType row =
        (identity ? identified : plain).computeIfAbsent(table, key -> row(key, identity));
    return new LogicalTableScan(
        cluster, cluster.traitSet(), List.of(), new StoredTable(table, row));
  }

  private RelDataType row(Table table, boolean identity) {
    RelDataTypeFactory.Builder row = types.factory().builder();
    for (Column column : table.columns()) {
      row.add(column.name(), types.of(column.type()));
    }
    if (identity) {
      row.add(profile.rowIdentity(), types.of(Type.other(profile.rowIdentityType())));
    }
    return row.build();
  }

  RelNode filter(RelNode input, RexNode condition) {
    if (input instanceof LogicalFilter beneath) {
      return filter(beneath.getInput(), terms.and(List.of(beneath.getCondition(), condition)));
    }
    return new LogicalFilter(
        cluster, cluster.traitSet(), List.of(), input, condition, ImmutableSet.of());
  }

  RelNode project(RelNode input, List<RexNode> values, List<String> columns) {
    RelDataTypeFactory.Builder row = types.factory().builder();
    for (int i = 0; i < columns.size(); i++) {
      row.add(columns.get(i), values.get(i).getType());
    }
    return new LogicalProject(
        cluster, cluster.traitSet(), List.of(), input, values, row.build(), ImmutableSet.of());
  }

  RelNode project(RelNode input, List<RexNode> values) {
    return project(input, values, values.stream().map(value -> fresh("value")).toList());
  }

  /** Values to group by: computed ones are written once, in a SELECT of their own. */
  RelNode keys(RelNode input, List<RexNode> values, List<String> columns) {
    RelNode projected = project(input, values, columns);
    return values.stream().allMatch(RexInputRef.class::isInstance) ? projected : barrier(projected);
  }

  /** In the order of all fields, in a SELECT of its own. */
  RelNode sorted(RelNode input) {
    List<RelFieldCollation> order = new ArrayList<>();
    for (int i = 0; i < width(input); i++) {
      order.add(new RelFieldCollation(i));
    }
    return barrier(LogicalSort.create(input, RelCollations.of(order), null, null));
  }

  RelNode barrier(RelNode input) {
    return new Barrier(cluster, input);
  }

  /** {@code condition} counts the fields of the left and then of the right. */
  RelNode join(RelNode left, RelNode right, JoinRelType kind, RexNode condition) {
    return new LogicalJoin(
        cluster,
        cluster.traitSet(),
        List.of(),
        left,
        right,
        condition,
        ImmutableSet.of(),
        kind,
        false,
        ImmutableList.of());
  }

  /** Whether a key without nulls is one of the others, of which none has nulls either. */
  RexNode isAmong(List<RexNode> key, RelNode others) {
    return RexSubQuery.in(others, ImmutableList.copyOf(key));
  }

  /** Both side by side; for relations of one row. */
  RelNode beside(RelNode left, RelNode right) {
    return join(left, right, JoinRelType.INNER, terms.truth(true));
  }

  /** Grouped by the first {@code keys} fields. */
  RelNode aggregate(RelNode input, int keys, List<AggregateCall> calls) {
    ImmutableBitSet group = ImmutableBitSet.range(keys);
    return new LogicalAggregate(
        cluster, cluster.traitSet(), List.of(), input, group, List.of(group), calls);
  }

  /** The field of a relation, as it counts from the left of a join. */
  RexNode field(RelNode relation, int index, int offset) {
    RelDataType type = relation.getRowType().getFieldList().get(index).getType();
    return terms.input(offset + index, type);
  }

  RexNode field(RelNode relation, int index) {
    return field(relation, index, 0);
  }

  int width(RelNode relation) {
    return relation.getRowType().getFieldCount();
  }

  /** All fields of a relation. */
  List<RexNode> fields(RelNode relation) {
    List<RexNode> all = new ArrayList<>();
    for (int i = 0; i < width(relation); i++) {
      all.add(field(relation, i));
    }
    return all;
  }

  /** A term over the rows of one table, for a statement whose head names the table. */
  SqlNode scalar(RelNode relation, RexNode term) {
    return converter.scalar(relation, term);
  }

  SqlNode query(RelNode relation) {
    return converter.query(relation);
  }

  /** The text of a syntax tree made here, with the values of its parameters in their order. */
  Statement statement(SqlNode tree) {
    SqlString sql =
        tree.toSqlString(
            config ->
                config
                    .withDialect(profile.dialect())
                    .withQuoteAllIdentifiers(true)
                    .withAlwaysUseParentheses(false)
                    .withSelectListItemsOnSeparateLines(true)
                    .withUpdateSetListNewline(false)
                    .withIndentation(2));
    List<Integer> order = Objects.requireNonNullElse(sql.getDynamicParameters(), List.of());
    List<@Nullable Object> values = new ArrayList<>();
    for (int index : order) {
      values.add(terms.parameter(index));
    }
    return new Statement(Blanks.stripped(sql.getSql()), values);
  }
}
