package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The actions after {@code else}, and from where on each applies. */
final class ActionTrees {

  private final Trees trees;

  ActionTrees(Trees trees) {
    this.trees = trees;
  }

  List<Line.Zone> zones(SentenceParser.ZonesContext tree) {
    List<Line.Zone> zones = new ArrayList<>();
    for (SentenceParser.ZoneContext each : tree.zone()) {
      zones.add(zone(each));
    }
    if (zones.get(0).above().isPresent()) {
      throw firstAbove(tree);
    }
    for (int index = 1; index < zones.size(); index++) {
      if (zones.get(index).above().isEmpty()) {
        throw withoutAbove(tree.zone(index));
      }
    }
    return zones;
  }

  private Line.Zone zone(SentenceParser.ZoneContext tree) {
    Optional<Line.Threshold> above =
        Optional.ofNullable(tree.amount())
            .map(
                amount ->
                    trees
                        .tolerances()
                        .threshold(
                            amount, Tokens.span(tree.ABOVE().getSymbol()).to(Tokens.span(amount))));
    return new Line.Zone(action(tree.action()), above, Tokens.span(tree));
  }

  private Refusal firstAbove(SentenceParser.ZonesContext tree) {
    SentenceParser.ZoneContext first = tree.zone(0);
    SentenceParser.AmountContext amount = first.amount();
    String written = trees.tokens().slice(amount);
    String instead =
        amount.PERCENT() == null
            ? "except at most " + written
            : "for at least "
                + Amounts.percent(
                    Amounts.rest(Numbers.literal(written, true, Tokens.span(amount)).value()));
    Span place = Tokens.span(first.ABOVE().getSymbol()).to(Tokens.span(amount));
    return Refusal.of(Code.E0304, "the first action has no `above`", place)
        .help("write `" + instead + "`: what it bears is no violation");
  }

  private Refusal withoutAbove(SentenceParser.ZoneContext tree) {
    String action = trees.tokens().slice(tree.action());
    return Refusal.of(
            Code.E0304, "`" + action + "` does not say from where on it applies", Tokens.span(tree))
        .help("write `" + action + " above 5%`");
  }

  private Line.Action action(SentenceParser.ActionContext tree) {
    Span span = Tokens.span(tree);
    if (tree instanceof SentenceParser.FailContext) {
      return new Line.Action.Fail(span);
    }
    if (tree instanceof SentenceParser.RollbackContext) {
      return new Line.Action.Rollback(span);
    }
    if (tree instanceof SentenceParser.WarnContext) {
      return new Line.Action.Warn(span);
    }
    if (tree instanceof SentenceParser.SetAsideContext aside) {
      Optional<Line.Keeping> keeping = keeping(aside);
      return aside.DROP() != null
          ? new Line.Action.Drop(keeping, span)
          : new Line.Action.Quarantine(keeping, span);
    }
    SentenceParser.DefaultContext repair = (SentenceParser.DefaultContext) tree;
    Optional<Name> column = Optional.ofNullable(repair.name()).map(trees.names()::column);
    Node value = trees.values().value(repair.value());
    return new Line.Action.Default(column, value, span);
  }

  private Optional<Line.Keeping> keeping(SentenceParser.SetAsideContext tree) {
    if (tree.KEEPING() == null) {
      return Optional.empty();
    }
    Span span = Tokens.span(tree.KEEPING().getSymbol()).to(Tokens.span(tree.name()));
    return Optional.of(
        new Line.Keeping(tree.LATEST() != null, trees.names().column(tree.name()), span));
  }
}
