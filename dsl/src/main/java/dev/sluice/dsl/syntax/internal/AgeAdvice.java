package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ages in English: {@code is at most 2 days old}, {@code is not older than 2 days}. */
final class AgeAdvice {

  private static final Set<String> PHRASE =
      Set.of(
          "is", "are", "not", "no", "at", "most", "least", "less", "more", "older", "younger",
          "newer", "fresher", "than", "under", "over", "only", "should", "must", "be", "within");
  private static final Set<String> BELOW = Set.of("less", "under", "younger", "newer", "fresher");
  private static final Set<String> ABOVE = Set.of("more", "over", "older");

  /** What stands for the whole table. */
  private static final Set<String> TABLES = Set.of("table", "data", "file", "it", "this");

  private final Spot spot;
  private final Tokens tokens;

  AgeAdvice(Spot spot) {
    this.spot = spot;
    this.tokens = spot.tokens();
  }

  Optional<Refusal> given() {
    for (int unit = 2; unit < tokens.size(); unit++) {
      boolean duration =
          tokens.type(unit) == SentenceLexer.UNIT && tokens.type(unit - 1) == SentenceLexer.NUMBER;
      if (duration) {
        return at(unit);
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> at(int unit) {
    int start = unit - 1;
    List<String> phrase = new ArrayList<>();
    while (start > 0 && (PHRASE.contains(word(start - 1)) || isSign(start - 1))) {
      start--;
      phrase.add(word(start));
    }
    boolean old = word(unit + 1).equals("old");
    boolean within = phrase.contains("within");
    boolean aged =
        phrase.stream().anyMatch(Set.of("older", "younger", "newer", "fresher")::contains);
    int last = old ? unit + 1 : unit;
    boolean near = spot.place() >= start && spot.place() <= last;
    if (start == 0 || (!old && !within && !aged) || !near) {
      return Optional.empty();
    }
    String value = tokens.slice(tokens.span(0).to(tokens.span(start - 1)));
    if (!spot.reading().accepts(value + " is not null")) {
      return Optional.empty();
    }
    String limit = sign(phrase) + " " + tokens.slice(tokens.span(unit - 1).to(tokens.span(unit)));
    Span span = tokens.span(start).to(tokens.span(last));
    String rest =
        last + 1 < tokens.size()
            ? " " + tokens.slice(tokens.span(last + 1).to(tokens.span(tokens.size() - 1)))
            : "";
    return Optional.of(
        Refusal.of(Code.E0202, "how old something is says `age`", span)
            .help(help(value, limit, rest)));
  }

  private String help(String value, String limit, String rest) {
    boolean column = tokens.type(1) != SentenceLexer.LEFT;
    if (TABLES.contains(value)) {
      return "write `age(max(updated_at)) " + limit + rest + "`, with the column that tells when";
    }
    String each = "`age(" + value + ") " + limit + rest + "`";
    return column
        ? "write `age(max("
            + value
            + ")) "
            + limit
            + rest
            + "` of the newest row, "
            + each
            + " of each"
        : "write " + each;
  }

  private static String sign(List<String> phrase) {
    for (String word : phrase) {
      if (!word.isEmpty() && "<>=".indexOf(word.charAt(0)) >= 0) {
        return word;
      }
    }
    boolean not = phrase.contains("not") || phrase.contains("no");
    boolean below = phrase.stream().anyMatch(BELOW::contains);
    boolean above = phrase.stream().anyMatch(ABOVE::contains);
    if (below || above) {
      return below == not ? (below ? ">=" : ">") : (below ? "<" : "<=");
    }
    return phrase.contains("least") ? ">=" : "<=";
  }

  private boolean isSign(int index) {
    int type = tokens.type(index);
    return type >= SentenceLexer.LESS && type <= SentenceLexer.NOT_EQUAL;
  }

  private String word(int index) {
    return spot.word(index - spot.place());
  }
}
