package dev.sluice.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.syntax.internal.SentenceLexer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void the_reserved_words() {
    assertThat(String.join(" ", Words.RESERVED))
        .isEqualTo(
            "and or not in is between like matches null true false where per for except else"
                + " within of");
  }

  /** The grammar keeps the same words: they stand between AND and OF. */
  @Test
  void the_grammar_reserves_the_same() {
    List<String> grammar =
        IntStream.rangeClosed(SentenceLexer.AND, SentenceLexer.OF)
            .mapToObj(SentenceLexer.VOCABULARY::getSymbolicName)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    assertThat(grammar).containsExactlyInAnyOrderElementsOf(Words.RESERVED);
  }

  @Test
  void a_reserved_word_is_a_column_in_double_quotes_only() {
    for (String word : Words.RESERVED) {
      assertThat(Parsed.line("a > 1 per " + word).tree()).as(word).isEmpty();
      assertThat(Parsed.line("a > 1 per " + word.toUpperCase(Locale.ROOT)).tree())
          .as(word)
          .isEmpty();
      Line quoted = Parsed.line("\"" + word + "\" > 1").right();
      assertThat(Printer.line(quoted)).isEqualTo("\"" + word + "\" > 1");
    }
  }

  @Test
  void every_other_word_of_the_language_is_a_column() {
    List<String> words =
        List.of(
            "fail",
            "rollback",
            "warn",
            "drop",
            "quarantine",
            "default",
            "keeping",
            "first",
            "latest",
            "above",
            "at",
            "least",
            "most",
            "rows",
            "row",
            "groups",
            "group",
            "escape",
            "day",
            "days",
            "hour",
            "date",
            "timestamp",
            "value",
            "unique",
            "blank",
            "count",
            "if",
            "select",
            "from",
            "order",
            "by",
            "group",
            "interval",
            "case",
            "when",
            "end",
            "as");
    for (String word : words) {
      assertThat(Words.isPlain(word)).as(word).isTrue();
      String line = word + " > 1 where " + word + " per " + word + " else default " + word;
      assertThat(Printer.line(Parsed.line(line).right())).isEqualTo(line);
    }
  }

  @Test
  void plain_names() {
    assertThat(List.of("a", "_a1", "größe", "名前", "Order")).allMatch(Words::isPlain);
    assertThat(List.of("", "1a", "a b", "a-b", "Null", "ROW_COUNT", "a.b", "😀"))
        .noneMatch(Words::isPlain);
  }
}
