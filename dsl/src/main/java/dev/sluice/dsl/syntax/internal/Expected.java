package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;

/**
 * What could have stood where the first token does not fit, in a few words. It is found by trying
 * each kind of token there, which is exact, unlike the sets that a parser keeps.
 */
final class Expected {

  /** Beyond this many tokens trying would take too long. */
  private static final int TRIED = 4_000;

  private final Spot spot;
  private final Tokens tokens;
  private final int place;
  private final List<String> expected = new ArrayList<>();

  Expected(Spot spot) {
    this.spot = spot;
    this.tokens = spot.tokens();
    this.place = spot.place();
  }

  Refusal refusal() {
    boolean end = tokens.type(place) == Token.EOF;
    String found = end ? "" : tokens.shown(place);
    String after = place == 0 ? "" : " after " + tokens.shown(place - 1);
    if (place > TRIED) {
      return refusal(end ? "the sentence is not complete" : found + " does not fit here");
    }
    if (!end && fits(Token.EOF)) {
      return refusal(found + " cannot follow" + after.replaceFirst(" after", "")).help(more());
    }
    what();
    int last = expected.size() - 1;
    String list = expected.get(last);
    if (last > 0) {
      list = String.join(", ", expected.subList(0, last)) + " or " + list;
    }
    Refusal refusal = refusal("expected " + list + after + (end ? "" : ", found " + found));
    String help = how(list);
    return help.isEmpty() ? refusal : refusal.help(help);
  }

  private String how(String list) {
    if (list.equals("`and`")) {
      return "`between` takes two ends: `between 0 and 100`";
    }
    if (place > 0) {
      return "";
    }
    return switch (tokens.type(0)) {
      case SentenceLexer.PER -> "the check comes first: `avg(amount) > 5 per country`";
      case SentenceLexer.WHERE -> "the check comes first: `amount > 0 where country = 'DE'`";
      default -> "";
    };
  }

  private Refusal refusal(String message) {
    return Refusal.of(Code.E0201, message, tokens.span(place));
  }

  /** What may follow where the text could also end. */
  private String more() {
    if (tokens.type(place) == SentenceLexer.COMMA && fits(SentenceLexer.AND)) {
      return "join checks with `and`, or write a line for each";
    }
    if (spot.reading().form() == Form.CHECK && Spot.isClause(tokens.type(place))) {
      return "this is a check alone: clauses belong to the lines of `expect`";
    }
    if (isValue()) {
      return "after a value may follow an operator, a test such as `=`, `in` or `is`, "
          + "`and`, `or`, or a clause";
    }
    if (fits(SentenceLexer.AND)) {
      return spot.reading().form() == Form.LINE
          ? "after a complete check may follow " + clauses("`and`, `or`, ")
          : "after a complete check may follow `and` or `or`";
    }
    if (fits(SentenceLexer.ELSE)) {
      String rest = clauses("");
      return rest.isEmpty() ? "the line is complete before it" : "after this may follow " + rest;
    }
    return "the text is complete before it";
  }

  /** Whether what stands before is a value that still has no test. */
  private boolean isValue() {
    Span start = new Span(0, tokens.span(place - 1).end());
    return spot.reading().accepts(tokens.slice(start) + " = 1");
  }

  /** The clauses that may still come. */
  private String clauses(String first) {
    int rank =
        IntStream.range(0, place)
            .filter(index -> Spot.isClause(tokens.type(index)))
            .map(index -> rank(tokens.type(index)))
            .max()
            .orElse(-1);
    List<String> all = List.of("`where`", "`per`", "`for at least` or `except at most`", "`else`");
    List<String> rest = all.subList(rank + 1, all.size());
    return first + String.join(", ", rest);
  }

  private static int rank(int clause) {
    return switch (clause) {
      case SentenceLexer.WHERE -> 0;
      case SentenceLexer.PER -> 1;
      case SentenceLexer.ELSE -> 3;
      default -> 2;
    };
  }

  private void what() {
    int before = tokens.type(place - 1);
    if (before == SentenceLexer.FOR) {
      expected.add("`at least` and a percentage");
    } else if (before == SentenceLexer.EXCEPT) {
      expected.add("`at most` and a number of rows");
    } else if (before == SentenceLexer.AT) {
      expected.add("`least 99%` or `most 10 rows`");
    } else if (before == SentenceLexer.LEAST && fits(SentenceLexer.PERCENT)) {
      expected.add("a percentage such as `99%`");
    } else if (before == SentenceLexer.MOST && fits(SentenceLexer.PERCENT)) {
      expected.add("a number such as `10 rows`");
    } else if (before == SentenceLexer.IN) {
      expected.add("a list in brackets or `table.column`");
    } else {
      values(before);
      signs();
      words();
    }
    if (expected.isEmpty()) {
      expected.add("something else");
    }
  }

  private void values(int before) {
    if (fits(SentenceLexer.PARAMETER)) {
      expected.add(fits(SentenceLexer.NOT) ? "a check" : "a value");
    } else if (fits(SentenceLexer.PERCENT)) {
      expected.add("a percentage or a number of rows");
    } else if (fits(SentenceLexer.NUMBER)) {
      expected.add("a number");
    } else if (fits(SentenceLexer.TEXT) && !fits(SentenceLexer.LESS)) {
      expected.add("a text in single quotes");
    } else if (fits(SentenceLexer.NAME)) {
      expected.add(noun(before));
    }
  }

  private String noun(int before) {
    return switch (before) {
      case SentenceLexer.IS -> "a word such as `null` or `unique`";
      case SentenceLexer.OF -> "a table";
      case SentenceLexer.PER, SentenceLexer.FIRST, SentenceLexer.LATEST -> "a column";
      default ->
          before == SentenceLexer.NOT && fits(SentenceLexer.NULL)
              ? "a word such as `null` or `unique`"
              : spot.clause() == SentenceLexer.PER ? "a column" : "a name";
    };
  }

  private void signs() {
    if (fits(SentenceLexer.COMMA)) {
      expected.add("`,`");
    }
    if (fits(SentenceLexer.RIGHT)) {
      expected.add("`)`");
    } else if (fits(SentenceLexer.LESS) && !fits(SentenceLexer.PARAMETER)) {
      expected.add("a test such as `=`, `in` or `is`");
    }
  }

  private void words() {
    if (fits(SentenceLexer.ROLLBACK) && !fits(SentenceLexer.NAME)) {
      expected.add("an action such as `fail` or `warn`");
    }
    boolean closes = fits(SentenceLexer.RIGHT);
    if (closes || fits(SentenceLexer.PARAMETER) || fits(SentenceLexer.NAME)) {
      return;
    }
    int[] each = {
      SentenceLexer.AND,
      SentenceLexer.AT,
      SentenceLexer.FIRST,
      SentenceLexer.LATEST,
      SentenceLexer.IN,
      SentenceLexer.BETWEEN,
      SentenceLexer.LIKE,
      SentenceLexer.MATCHES
    };
    for (int type : each) {
      boolean test = type != SentenceLexer.AND && fits(SentenceLexer.LESS);
      if (!test && fits(type) && expected.size() < 5) {
        expected.add("`" + spelling(type) + "`");
      }
    }
  }

  private static String spelling(int type) {
    return SentenceLexer.VOCABULARY.getSymbolicName(type).toLowerCase(Locale.ROOT);
  }

  private boolean fits(int type) {
    return spot.fits(type);
  }
}
