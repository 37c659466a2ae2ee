package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.DidYouMean;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words that do not fit into a clause. */
final class ClauseAdvice {

  private static final List<String> ACTIONS =
      List.of("fail", "rollback", "warn", "drop", "quarantine", "default");

  /** What is done in other words. */
  private static final Map<String, String> DONE =
      Map.ofEntries(
          Map.entry("set", "default"),
          Map.entry("replace", "default"),
          Map.entry("repair", "default"),
          Map.entry("fix", "default"),
          Map.entry("reject", "drop"),
          Map.entry("delete", "drop"),
          Map.entry("remove", "drop"),
          Map.entry("skip", "drop"),
          Map.entry("discard", "drop"),
          Map.entry("error", "fail"),
          Map.entry("abort", "fail"),
          Map.entry("stop", "fail"),
          Map.entry("block", "fail"),
          Map.entry("alert", "warn"),
          Map.entry("notify", "warn"),
          Map.entry("report", "warn"),
          Map.entry("log", "warn"),
          Map.entry("undo", "rollback"),
          Map.entry("isolate", "quarantine"));

  private final Spot spot;

  ClauseAdvice(Spot spot) {
    this.spot = spot;
  }

  Optional<Refusal> given() {
    return spot.isEnd()
        ? Optional.empty()
        : action().or(this::into).or(this::second).or(this::keeping).or(this::per);
  }

  private Optional<Refusal> action() {
    if (!spot.fits(SentenceLexer.ROLLBACK) || spot.fits(SentenceLexer.NAME)) {
      return Optional.empty();
    }
    String meant = DONE.getOrDefault(spot.word(0), "");
    List<String> near =
        meant.isEmpty() ? DidYouMean.suggest(spot.word(0), ACTIONS) : List.of(meant);
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

  /** {@code else quarantine and warn}. */
  private Optional<Refusal> second() {
    boolean and = spot.is(0, SentenceLexer.AND) && spot.clause() == SentenceLexer.ELSE;
    return and && ACTIONS.contains(spot.word(1))
        ? spot.refusal(
            Code.E0201,
            "of several actions one applies, by how much is violated",
            spot.span(0),
            "write `else " + spot.word(-1) + ", " + spot.word(1) + " above 5%`")
        : Optional.empty();
  }

  private Optional<Refusal> keeping() {
    if (spot.word(0).equals("keep") && spot.fits(SentenceLexer.KEEPING)) {
      return spot.instead(Code.E0202, "`keep` is written `keeping`", spot.span(0), "keeping");
    }
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
