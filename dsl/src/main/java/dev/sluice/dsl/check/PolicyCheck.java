package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Families;
import dev.sluice.dsl.check.internal.Refusal;
import dev.sluice.dsl.check.internal.Scope;
import dev.sluice.dsl.check.internal.Trees;
import dev.sluice.dsl.check.internal.Typing;
import dev.sluice.dsl.check.internal.Wording;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.table.Column;
import java.util.Optional;

/** The {@code else} clause: which policy may stand on which check. */
final class PolicyCheck {

  /**
   * What a policy stands on.
   *
   * @param counted what can violate; empty for a check that judges the whole table at once
   * @param subject the column that {@code default} repairs, where it names none itself
   */
  record Judged(
      Line line,
      Expression check,
      Optional<Expression> where,
      Level level,
      Optional<Line.Unit> counted,
      Optional<String> subject,
      boolean ensure) {}

  private final Typing typing;
  private final DefaultCheck defaults;

  PolicyCheck(Typing typing) {
    this.typing = typing;
    this.defaults = new DefaultCheck(typing);
  }

  Policy policy(Judged judged, Policy fallback, Scope scope) {
    if (judged.line().zones().isEmpty()) {
      return fallback;
    }
    Optional<Boolean> ordered =
        typing.attempt(
            () -> {
              ZoneOrder.check(judged.line().zones(), scope);
              return true;
            });
    Policy policy =
        new Policy(typing.each(judged.line().zones(), zone -> zone(zone, judged, scope)));
    if (ordered.isEmpty()) {
      throw Refusal.told();
    }
    return policy;
  }

  private Policy.Zone zone(Line.Zone zone, Judged judged, Scope scope) {
    Policy.Action action = action(zone.action(), judged, scope);
    return new Policy.Zone(
        action,
        zone.above().map(above -> ToleranceCheck.threshold(above, judged.counted(), scope)));
  }

  private Policy.Action action(Line.Action action, Judged judged, Scope scope) {
    if (action instanceof Line.Action.Fail) {
      return new Policy.Action.Fail();
    } else if (action instanceof Line.Action.Rollback) {
      return new Policy.Action.Rollback();
    } else if (action instanceof Line.Action.Warn) {
      return new Policy.Action.Warn();
    } else if (action instanceof Line.Action.Drop drop) {
      refuseWithoutRows("drop", "leaves out single rows", action.span(), judged, scope);
      return new Policy.Action.Drop(keeping("drop", drop.keeping(), judged, scope));
    } else if (action instanceof Line.Action.Quarantine quarantine) {
      refuseWithoutRows("quarantine", "moves single rows", action.span(), judged, scope);
      return new Policy.Action.Quarantine(
          keeping("quarantine", quarantine.keeping(), judged, scope));
    }
    refuseWithoutRows("default", "repairs single rows", action.span(), judged, scope);
    return defaults.action((Line.Action.Default) action, judged, scope);
  }

  private static void refuseWithoutRows(
      String word, String does, Span span, Judged judged, Scope scope) {
    int length = word.length();
    Span place = new Span(span.start(), Math.min(span.end(), span.start() + length));
    if (judged.ensure()) {
      throw Refusal.of(
          scope
              .error(Code.E0302, "`" + word + "` cannot stand in `ensure`", place)
              .caret("the target is judged as it was written")
              .help("use `else rollback`, `else fail` or `else warn`"));
    }
    if (judged.level() == Level.ROW) {
      return;
    }
    Node coarse = Trees.metric(judged.line().check()).orElse(judged.line().check());
    boolean groups = judged.counted().isPresent();
    throw Refusal.of(
        scope
            .error(Code.E0301, "`" + word + "` needs a check on rows", place)
            .caret(does)
            .label(
                scope.text().at(coarse.span()),
                groups ? "this judges whole groups" : "this judges the whole table")
            .help("use `else fail` or `else warn`"));
  }

  private Optional<Policy.Keeping> keeping(
      String word, Optional<Line.Keeping> written, Judged judged, Scope scope) {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Line.Keeping keeping = written.get();
    if (!(judged.check() instanceof Expression.Unique)) {
      throw Refusal.of(
          scope
              .error(Code.E0302, "`keeping` chooses among duplicates", keeping.span())
              .caret("this check finds none")
              .help("it goes with `is unique`; here write `else " + word + "`"));
    }
    Column column = typing.names().column(keeping.column(), scope);
    if (!Families.haveOrder(column.type())) {
      throw Refusal.of(
          scope
              .error(
                  Code.E0501,
                  "values of type " + Wording.of(column.type()) + " have no order",
                  keeping.column().span())
              .caret("this is " + Wording.of(column.type())));
    }
    return Optional.of(new Policy.Keeping(keeping.latest(), column.name()));
  }
}
