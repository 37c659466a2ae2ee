package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.util.Optional;

/** Numbers that are not written well, and numbers with the wrong word after them. */
final class AmountAdvice {

  private final Spot spot;

  AmountAdvice(Spot spot) {
    this.spot = spot;
  }

  Optional<Refusal> given() {
    return unit().or(this::percentSign).or(this::point).or(this::plus);
  }

  private Optional<Refusal> unit() {
    if (!spot.is(-1, SentenceLexer.NUMBER) || !Spot.isName(spot.type(0))) {
      return Optional.empty();
    }
    String number = spot.written(-1);
    String word = spot.word(0);
    Span both = spot.span(-1, 0);
    if (spot.is(0, SentenceLexer.ROWS) || spot.is(0, SentenceLexer.GROUPS)) {
      String help = "write the number alone: `row_count > " + number + "`";
      return spot.refusal(Code.E0205, "`" + word + "` are counted in clauses only", both, help);
    }
    if (word.equals("percent")) {
      return spot.instead(Code.E0205, "a percentage takes the sign `%`", both, number + "%");
    }
    if (Units.hasNoLength(word)) {
      String message = "a " + word.replaceFirst("s$", "") + " has no fixed length";
      return spot.refusal(Code.E0205, message, both, "write days or weeks: `30 days`");
    }
    return Units.meant(word)
        .flatMap(
            unit ->
                spot.refusal(
                    Code.E0205,
                    "`" + word + "` is not a unit of time",
                    spot.span(0),
                    "did you mean `" + number + " " + unit + "`?"));
  }

  /** {@code 5 %}. */
  private Optional<Refusal> percentSign() {
    int sign = spot.is(0, SentenceLexer.MODULO) ? 0 : -1;
    if (!spot.is(sign, SentenceLexer.MODULO) || !spot.is(sign - 1, SentenceLexer.NUMBER)) {
      return Optional.empty();
    }
    String right = spot.written(sign - 1) + "%";
    String message = "`%` belongs right after its number";
    return spot.instead(Code.E0203, message, spot.span(sign - 1, sign), right);
  }

  /** {@code .5} and {@code 5.}. */
  private Optional<Refusal> point() {
    if (!spot.is(0, SentenceLexer.DOT)) {
      return Optional.empty();
    }
    if (spot.is(1, SentenceLexer.DOT)) {
      return spot.refusal(
          Code.E0202,
          "`..` has no meaning here",
          spot.span(0, 1),
          "a range is written `between 0 and 10`");
    }
    if (spot.is(1, SentenceLexer.NUMBER)) {
      String written = spot.tokens().slice(spot.span(0, 1));
      return spot.instead(
          Code.E0203, "`" + written + "` is not a number", spot.span(0, 1), "0" + written);
    }
    String digits = spot.word(-1);
    return spot.is(-1, SentenceLexer.NUMBER)
        ? spot.instead(Code.E0203, "`" + digits + ".` is not a number", spot.span(-1, 0), digits)
        : Optional.empty();
  }

  private Optional<Refusal> plus() {
    boolean before = spot.is(0, SentenceLexer.PLUS) && spot.fits(SentenceLexer.PARAMETER);
    return before
        ? spot.instead(Code.E0201, "no value begins with `+`", spot.span(0), "")
        : Optional.empty();
  }
}
