package dev.sluice.engine.flow;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.gate.LedgerRuns;
import dev.sluice.engine.gate.Shape;
import dev.sluice.engine.gate.Trial;
import dev.sluice.engine.plan.Allowance;
import dev.sluice.engine.plan.Recalled;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.prepare.Arguments;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.Typing;
import dev.sluice.engine.run.Progress;
import dev.sluice.engine.run.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a suite into the trial of its quarantined rows: which of them, by which lines, to where.
 */
final class ReplayPlan {

  private final ReadySuite suite;
  private final Session session;
  private final QuarantineTable quarantine;
  private final List<String> ledger;
  private final Wanted wanted;
  private final Diagnostics diagnostics;

  /**
   * How a replay is to be.
   *
   * @param lines ids: only rows that one of these put aside
   * @param run the run's id, which names its temporary table
   */
  record Wanted(
      Shape shape, List<String> lines, String run, boolean failOnWarn, Progress progress) {}

  /** A trial with the lines that are told beside it, and with the rows that it is about. */
  record Planned(Trial trial, ReplayLines lines, ReplayRows rows) {}

  ReplayPlan(
      ReadySuite suite,
      Session session,
      QuarantineTable quarantine,
      List<String> ledger,
      Wanted wanted) {
    this.suite = suite;
    this.session = session;
    this.quarantine = quarantine;
    this.ledger = ledger;
    this.wanted = wanted;
    this.diagnostics = suite.diagnostics();
  }

  /**
   * The trial. Reads, in a transaction that is open.
   *
   * @param path the target's
   * @throws dev.sluice.dsl.diagnostic.InvalidInput when something is wrong
   */
  Planned plan(List<String> path, Optional<CatalogueReader.Entry> existing) {
    quarantined();
    Table rows = quarantine.rows();
    existing.ifPresent(target -> fits(rows, target));
    diagnostics.throwIfErrors();
    Optional<Table> there = existing.map(CatalogueReader.Entry::table);
    Table target =
        there.orElse(new Table(path, Gated.target(suite.file()).value(), rows.columns()));
    Table seen = RecalledShape.of(rows, there, wanted.run());
    CatalogueReader.Entry entry =
        new CatalogueReader.Entry(seen, CatalogueReader.Kind.TABLE, List.of(), Set.of());
    ReadySuite.Typed typed = new Typing(suite).type(entry, beside(target), target);
    Allowance.functions(typed.expect(), suite.database().connector(), diagnostics);
    typed.where().ifPresent(this::readable);
    List<Scalar> merged = suite.file().publish().map(each -> each.key()).orElse(List.of());
    List<String> key = suite.checker().columns(merged, seen).stream().map(Column::name).toList();
    Optional<Expression> slice = suite.checker().slice(seen);
    Optional<Table> repairs = new SideTables(suite).repairs();
    repairs.ifPresent(
        table ->
            new Destinations(suite, seen)
                .repairs(
                    suite.file().repairs().orElseThrow(),
                    table,
                    target,
                    quarantine.table(),
                    ledger));
    diagnostics.throwIfErrors();
    ReplayLines lines =
        new ReplayLines(Strictness.apply(typed.expectations(), wanted.failOnWarn()));
    ReplayRows chosen = rows(path, typed, lines);
    Recalled recalled =
        new Recalled(
            new Table(
                seen.path(), seen.display(), session.compiler().recalledColumns(seen.columns())));
    Optional<Relation.Stored> standing =
        there.flatMap(
            table ->
                new Standing(table, recalled.table())
                    .rows(lines.lookups(), within(typed, table), key));
    List<String> own = rows.columns().stream().map(Column::name).toList();
    Trial trial =
        new Trial(
            recalled.all(),
            true,
            target,
            key.isEmpty() ? Trial.Mode.APPEND : Trial.Mode.MERGE,
            own,
            Optional.empty(),
            slice,
            key,
            quarantine.table(),
            repairs,
            lines.judged(),
            Strictness.apply(typed.ensured(), wanted.failOnWarn()),
            AuditOptions.of(suite, entry, typed.expectations(), wanted.progress()),
            Optional.of(
                new Trial.Recall(
                    chosen.onTrial(),
                    lines.lookups().isEmpty() ? Optional.empty() : chosen.others(),
                    standing,
                    own,
                    seen.columns().stream().map(Column::name).toList())));
    new Budget(suite)
        .with(trial.expect(), recalled.onTrial())
        .with(trial.ensure(), new Relation.Stored(target, Optional.empty()))
        .check(chosen.onTrial(), session);
    diagnostics.throwIfErrors();
    return new Planned(trial, lines, chosen);
  }

  private void quarantined() {
    quarantine.check(suite);
    if (quarantine.entry().kind() != CatalogueReader.Kind.TABLE
        || !session.capabilities().rowIdentity()) {
      refuse(
          "rows of the quarantine `" + quarantine.name() + "` cannot be told apart",
          "publish them as any other data");
    }
  }

  private void fits(Table rows, CatalogueReader.Entry target) {
    if (target.kind() == CatalogueReader.Kind.VIEW || target.kind() == CatalogueReader.Kind.FILE) {
      refuse("the target is no table: no rows can be written there", "name a table");
      return;
    }
    List<String> wrong = new TargetShape(rows, target.table(), target.filled()).differences();
    if (!wrong.isEmpty()) {
      refuse(
          "the quarantine `"
              + quarantine.name()
              + "` does not fit `"
              + Gated.target(suite.file()).value()
              + "`: "
              + String.join("; ", wrong),
          "change the table, or drop the column from the quarantine");
    }
  }

  private void refuse(String message, String help) {
    QuarantineTable.refuse(suite, message, help);
  }

  // Names are looked up beside the candidate, which need not be there any more.
  private Table beside(Table target) {
    return suite.candidateIsFile()
        ? target
        : new SideTables(suite)
            .path(suite.file().table())
            .map(path -> new Table(path, suite.file().table().value(), List.of()))
            .orElse(target);
  }

  private void readable(Expression where) {
    for (String column : Expressions.columns(where)) {
      if (quarantine.table().column(column).isEmpty()) {
        Scalar at = suite.file().where().orElseThrow();
        diagnostics.add(
            Diagnostic.error(
                Code.E0401,
                "no column `" + column + "` in the quarantine `" + quarantine.name() + "`",
                at.file(),
                at.span()));
      }
    }
  }

  private ReplayRows rows(List<String> target, ReadySuite.Typed typed, ReplayLines lines) {
    List<String> foreign =
        LedgerRuns.foreign(
            session,
            ledger,
            quarantine.table(),
            target,
            suite.source().name(),
            suite.file().table().value());
    ReplayRows rows =
        new ReplayRows(quarantine, typed.where(), foreign, lines.keeping(), wanted.lines());
    for (String line : wanted.lines()) {
      if (!lines.order().contains(line)
          && session.number(session.compiler().count(rows.putAsideBy(line))) == 0) {
        Diagnostic unknown =
            Arguments.error(
                Code.E0003,
                "no line has the id `" + line + "`, and no row was put aside by it",
                line);
        String meant = DidYouMean.phrase(line, Set.copyOf(lines.order()));
        diagnostics.add(meant.isEmpty() ? unknown : unknown.help(meant));
      }
    }
    diagnostics.throwIfErrors();
    return rows;
  }

  // In place the suite's `where` says which rows of the table its lines speak of.
  private Optional<Expression> within(ReadySuite.Typed typed, Table target) {
    return wanted.shape() == Shape.PUBLISH || typed.where().isEmpty()
        ? Optional.empty()
        : suite.checker().where(target);
  }
}
