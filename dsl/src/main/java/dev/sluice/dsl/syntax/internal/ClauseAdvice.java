package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.DidYouMean;
import java.util.List;
import java.util.Optional;

/** Words that do not fit into a clause. */
final class ClauseAdvice {

  private static final List<String> ACTIONS =
      List.of("fail", "rollback", "warn", "drop", "quarantine", "default");

  private final Spot spot;

  ClauseAdvice(Spot spot) {
    this.spot = spot;
  }

  Optional<Refusal> given() {
    return spot.isEnd()
        ? Optional.empty()
        : action().or(this::into).or(this::keeping).or(this::per);
  }

  private Optional<Refusal> action() {
    if (!spot.fits(SentenceLexer.ROLLBACK) || spot.fits(SentenceLexer.NAME)) {
      return Optional.empty();
    }
    List<String> near = DidYouMean.suggest(spot.word(0), ACTIONS);
    String help =
        near.isEmpty()
            ? "actions are `fail`, `rollback`, `warn`, `drop`, `quarantine` and `default value`"
            : DidYouMean.phrase(near);
    String message = spot.tokens().shown(spot.place()) + " is not an action";
    return spot.refusal(Code.E0201, message, spot.span(0), help);
  }

  /** {@code else quarantine into bad_rows}. */
  private Optional<Refusal> into() {
    boolean names = spot.word(0).equals("into") || spot.word(0).equals("to");
    if (!spot.is(-1, SentenceLexer.QUARANTINE) || !names) {
      return Optional.empty();
    }
    String table = Spot.isName(spot.type(1)) ? spot.written(1) : "bad_rows";
    return spot.refusal(
        Code.E0201,
        "the quarantine table is named once, for the whole suite",
        spot.span(0),
        "give the suite the key `quarantine: " + table + "`");
  }

  private Optional<Refusal> keeping() {
    if (spot.is(0, SentenceLexer.KEEPING) && spot.fits(SentenceLexer.ELSE)) {
      String help = "write `else quarantine keeping latest updated_at`";
      return spot.refusal(Code.E0201, "`keeping` belongs to an action", spot.span(0), help);
    }
    if (!spot.is(-1, SentenceLexer.KEEPING) || !spot.fits(SentenceLexer.LATEST)) {
      return Optional.empty();
    }
    String column = Spot.isName(spot.type(1)) ? spot.written(1) : "updated_at";
    return spot.refusal(
        Code.E0201,
        "`keeping` goes with `first` or `latest` and a column",
        spot.span(0),
        "write `keeping latest " + column + "`");
  }

  private Optional<Refusal> per() {
    boolean value =
        spot.is(0, SentenceLexer.LEFT)
            || spot.is(0, SentenceLexer.DOT)
            || spot.is(0, SentenceLexer.PARAMETER)
            || spot.is(0, SentenceLexer.NUMBER);
    return value && spot.clause() == SentenceLexer.PER
        ? spot.refusal(
            Code.E0201,
            "`per` takes columns of the table",
            spot.span(0),
            "write `per country, day`, and compute what is grouped by in a view or the step before")
        : Optional.empty();
  }
}
