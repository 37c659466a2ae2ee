package dev.sluice.dsl.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.pattern.RegexParser.Outcome;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that may be searched for, because every engine finds the same. */
class SearchedPatternsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\s+",
        "^0+",
        "[^0-9]",
        "-.*$",
        "\\(.*\\)",
        "(ab)c",
        "(?:a)b{2}",
        "a{2,3}",
        "\\d{4}-\\d{2}",
        "[a-z]+@[a-z]+\\.",
        "a*b",
        "a?b?c",
        "a{0}b",
        "^a$",
        "\\^\\$\\|",
      })
  void mayBeSearchedFor(String pattern) {
    assertThat(RegexParser.parseSearched(pattern)).isInstanceOf(Outcome.Read.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a|b ~ 1-2 ~ `|` cannot stand in the pattern of `regex_replace` ~ databases choose"
            + " differently between branches; write `[ab]` for one of several characters, or put"
            + " one `regex_replace` inside another",
        "x(ab)+ ~ 1-6 ~ a repeated group cannot stand in the pattern of `regex_replace` ~ databases"
            + " choose differently how often it stands there; repeat single characters or classes,"
            + " as in `[a-z]+`",
        "(a)* ~ 0-4 ~ a repeated group cannot stand in the pattern of `regex_replace` ~ databases"
            + " choose differently how often it stands there; repeat single characters or classes,"
            + " as in `[a-z]+`",
        "<.*?> ~ 2-4 ~ lazy repetitions are not supported ~ say which characters stand there, as in"
            + " `[^;]*;` instead of `.*?;`",
        "a* ~ 0-2 ~ the pattern of `regex_replace` matches the empty text ~ ask for one character at"
            + " least, such as `x+` instead of `x*`",
        "^$ ~ 0-2 ~ the pattern of `regex_replace` matches the empty text ~ ask for one character at"
            + " least, such as `x+` instead of `x*`",
        "\\d*[0-9a-f]+ ~ 0-12 ~ `\\d*` and `[0-9a-f]+` behind it can take the same character ~"
            + " databases share such characters out differently in `regex_replace`; leave what"
            + " `[0-9a-f]+` takes out of `\\d*`, as in `[^;]*;` instead of `.*;`",
        "xa?b*a ~ 1-6 ~ `a?` and `a` behind it can take the same character ~ databases share such"
            + " characters out differently in `regex_replace`; leave what `a` takes out of `a?`, as"
            + " in `[^;]*;` instead of `.*;`",
        "a^b ~ 1-2 ~ `^` stands at the start of a pattern of `regex_replace` alone ~ write `\\^` for"
            + " the character itself",
        "a$b ~ 1-2 ~ `$` stands at the end of a pattern of `regex_replace` alone ~ write `\\$` for"
            + " the character itself",
        "(?i)a ~ 0-3 ~ inline flags are not supported ~ write both cases, as in `[Aa]`",
        "a\\z ~ 1-3 ~ unknown escape `\\z` ~ write `^` for the start of the value, `$` for its end",
        "*a ~ 0-1 ~ `*` has nothing to repeat ~ write `.+` for any text, `\\*` for the character"
            + " itself",
      })
  void isRefusedWithAdvice(String line) {
    String[] parts = line.split(" ~ ", 2);
    Outcome.Refused refused = (Outcome.Refused) RegexParser.parseSearched(parts[0]);
    assertThat(
            refused.start()
                + "-"
                + refused.end()
                + " ~ "
                + refused.message()
                + " ~ "
                + refused.help())
        .isEqualTo(parts[1]);
  }

  /** The first way of a backtracking engine, from the first place, is also the longest. */
  @Test
  void theFirstMatchIsTheLongest() {
    Random random = new Random(7);
    int tried = 0;
    while (tried < 1_500) {
      String pattern = pattern(random);
      if (RegexParser.parseSearched(pattern) instanceof Outcome.Read) {
        tried++;
        for (int i = 0; i < 12; i++) {
          compare(pattern, text(random));
        }
      }
    }
  }

  /** Without the rule the two differ, so that the test above can fail. */
  @Test
  void aRepeatedGroupMayTakeTheFirstAndNotTheLongest() {
    Matcher found = Pattern.compile("a*(?:ab)?").matcher("aab");
    assertThat(found.find()).isTrue();
    assertThat(found.end()).isEqualTo(2);
  }

  private static void compare(String pattern, String text) {
    Pattern java = JavaPatterns.searched(pattern);
    Matcher first = java.matcher(text);
    if (first.find()) {
      Matcher longer = java.matcher(text).useAnchoringBounds(false);
      for (int end = first.end() + 1; end <= text.length(); end++) {
        assertThat(longer.region(first.start(), end).matches())
            .as("%s in %s from %d to %d", pattern, text, first.start(), end)
            .isFalse();
      }
    }
  }

  private static String pattern(Random random) {
    StringBuilder pattern = new StringBuilder(random.nextInt(6) == 0 ? "^" : "");
    for (int i = random.nextInt(4); i >= 0; i--) {
      pattern.append(pick(random, List.of("a", "b", "c", "[ab]", "[^a]", "[bc]", ".")));
      pattern.append(pick(random, List.of("", "", "?", "*", "+", "{2}", "{1,2}", "{0,2}")));
    }
    return pattern.append(random.nextInt(6) == 0 ? "$" : "").toString();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      text.append(pick(random, List.of("a", "b", "c", "\n")));
    }
    return text.toString();
  }

  private static String pick(Random random, List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
