package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;

/** {@code a < b < c}: several tests on one value, written out in the help. */
final class Chains {

  private final Tokens tokens;

  Chains(Tokens tokens) {
    this.tokens = tokens;
  }

  Refusal refusal(SentenceParser.ValueContext value, List<SentenceParser.AnyTestContext> tests) {
    SentenceParser.AnyTestContext second = tests.get(1);
    Span place = Tokens.span(second.getStart());
    boolean compares =
        tests.stream().allMatch(each -> each.test() instanceof SentenceParser.CompareContext);
    List<String> parts = new ArrayList<>();
    String left = tokens.slice(value);
    for (SentenceParser.AnyTestContext each : tests) {
      parts.add(left + " " + tokens.slice(each));
      if (compares && each.test() instanceof SentenceParser.CompareContext compare) {
        left = tokens.slice(compare.value(0));
      }
    }
    SentenceParser.AnyTestContext last = tests.get(tests.size() - 1);
    if (!compares && tests.size() == 2 && last.getStop().getType() == SentenceLexer.PERCENT) {
      String check = tokens.slice(value) + " " + tokens.slice(tests.get(0));
      return Refusal.of(Code.E0202, "a part of the rows is a metric", place)
          .help("write `share(" + check + ") " + tokens.slice(last) + "`");
    }
    String message = compares ? "comparisons do not chain" : "two tests in a row";
    return Refusal.of(Code.E0202, message, place)
        .help("write `" + String.join(" and ", parts) + "`");
  }
}
