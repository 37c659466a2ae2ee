package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Columns;
import dev.sluice.dsl.check.internal.Families;
import dev.sluice.dsl.check.internal.Refusal;
import dev.sluice.dsl.check.internal.Scope;
import dev.sluice.dsl.check.internal.Typing;
import dev.sluice.dsl.check.internal.Wording;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One sentence with its clauses, typed. */
final class LineCheck {

  /**
   * A line as it stands.
   *
   * @param subject the column that a {@code columns:} block gives it
   */
  record Given(Line line, Scalar text, Optional<String> subject, boolean ensure) {}

  private final Typing typing;
  private final Diagnostics diagnostics;
  private final PolicyCheck policies;

  LineCheck(Typing typing, Diagnostics diagnostics) {
    this.typing = typing;
    this.diagnostics = diagnostics;
    this.policies = new PolicyCheck(typing);
  }

  /** The typed line; empty when something is wrong with it, which is told. */
  Optional<Expectation.Sentence> sentence(
      Given given, Expectation.Heading heading, Policy fallback, Table table) {
    Line line = given.line();
    Scope scope = Scope.of(given.text(), table, Scope.Place.CHECK);
    Optional<Optional<Expression>> where =
        typing.attempt(
            () ->
                line.where()
                    .map(
                        each ->
                            Filters.rows(each, given.text(), table, Scope.Place.WHERE, typing)));
    Optional<List<Column>> per =
        typing.attempt(() -> typing.each(line.per(), each -> group(each, scope)));
    Optional<Expression> check = typing.attempt(() -> check(line, scope));
    if (check.isEmpty()) {
      return Optional.empty();
    }
    Level level = Level.of(check.get()) == Level.ROW ? Level.ROW : Level.TABLE;
    Optional<Line.Unit> counted =
        level == Level.ROW
            ? Optional.of(Line.Unit.ROWS)
            : line.per().isEmpty() ? Optional.empty() : Optional.of(Line.Unit.GROUPS);
    List<String> named = Columns.of(check.get());
    Optional<String> subject =
        given.subject().or(() -> named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty());
    PolicyCheck.Judged judged =
        new PolicyCheck.Judged(
            line,
            check.get(),
            where.flatMap(each -> each),
            level,
            counted,
            subject,
            given.ensure());
    Optional<Tolerance> tolerance =
        typing.attempt(() -> ToleranceCheck.tolerance(line.tolerance(), counted, scope));
    Optional<Policy> policy = typing.attempt(() -> policies.policy(judged, fallback, scope));
    if (where.isEmpty() || per.isEmpty() || tolerance.isEmpty() || policy.isEmpty()) {
      return Optional.empty();
    }
    boolean whole = level == Level.TABLE && per.get().isEmpty();
    return Optional.of(
        new Expectation.Sentence(
            heading,
            level,
            check.get(),
            where.get(),
            per.get(),
            tolerance.get(),
            policy.get(),
            subject,
            shown(check.get(), where.get(), per.get(), policy.get()),
            scope.notes().metrics(),
            whole
                ? Observed.node(line.check())
                    .map(
                        node ->
                            typing.value(node, Scope.of(given.text(), table, Scope.Place.CHECK)))
                : Optional.empty()));
  }

  private Expression check(Line line, Scope scope) {
    Expression check = typing.check(line.check(), scope);
    if (check instanceof Expression.Constant constant && !scope.notes().assumed()) {
      if (!Boolean.TRUE.equals(constant.value())) {
        String why =
            scope.notes().variable()
                ? "this check is not true, and no row can make it so"
                : "this check is never true, whatever the data";
        throw Refusal.of(scope.error(Code.E0504, why, line.check().span()));
      }
      diagnostics.add(
          scope
              .error(
                  Code.W0002, "this check is always true, whatever the data", line.check().span())
              .asWarning());
    }
    return check;
  }

  private Column group(Name name, Scope scope) {
    Column column = typing.names().column(name, scope);
    if (!Families.haveEquality(column.type())) {
      throw Refusal.of(
          scope
              .error(
                  Code.E0501,
                  "values of type " + Wording.of(column.type()) + " form no groups",
                  name.span())
              .caret("this is " + Wording.of(column.type())));
    }
    return column;
  }

  private static List<String> shown(
      Expression check, Optional<Expression> where, List<Column> per, Policy policy) {
    Set<String> columns = new LinkedHashSet<>(Columns.of(check));
    where.ifPresent(each -> columns.addAll(Columns.of(each)));
    per.forEach(each -> columns.add(each.name()));
    for (Policy.Zone zone : policy.zones()) {
      if (zone.action() instanceof Policy.Action.Default repair) {
        columns.add(repair.column());
        columns.addAll(Columns.of(repair.value()));
      } else if (zone.action() instanceof Policy.Action.Drop drop) {
        drop.keeping().ifPresent(each -> columns.add(each.column()));
      } else if (zone.action() instanceof Policy.Action.Quarantine quarantine) {
        quarantine.keeping().ifPresent(each -> columns.add(each.column()));
      }
    }
    return List.copyOf(columns);
  }
}
