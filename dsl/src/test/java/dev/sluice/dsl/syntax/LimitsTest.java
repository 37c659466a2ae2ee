package dev.sluice.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  @Test
  void sixty_four_kilobytes() {
    String prefix = "a = '";
    String most = prefix + "x".repeat(64 * 1024 - prefix.length() - 1) + "'";
    assertThat(Parsed.line(most).tree()).isPresent();
    Diagnostic told = Parsed.line(most + " ").wrong();
    assertThat(told.code()).isEqualTo(Code.E0108);
    assertThat(told.message()).isEqualTo("a sentence of more than 64 KB");
    String wide = prefix + "名".repeat(30_000) + "'";
    assertThat(Parsed.line(wide).wrong().code()).isEqualTo(Code.E0108);
  }

  @ParameterizedTest
  @CsvSource({
    "'(', a, ')'",
    "'f(', a, ')'",
    "'not ', a, ''",
    "'- ', a > 1, ''",
    "'a in t.b and (', a, ')'",
    "'a or (not ', a, ')'"
  })
  void a_hundred_levels(String open, String middle, String close) {
    int each = open.contains("(") && open.contains("not") ? 50 : 100;
    String most = nested(open, middle, close, each);
    Line line = Parsed.line(most).right();
    assertThat(Shape.of(Parsed.line(Printer.line(line)).right())).isEqualTo(Shape.of(line));
    Diagnostic told = Parsed.line(nested(open, middle, close, 101)).wrong();
    assertThat(told.code()).isEqualTo(Code.E0108);
    assertThat(told.message()).isEqualTo("a sentence nested deeper than 100 levels");
  }

  @Test
  void no_depth_takes_the_stack() {
    for (String open : new String[] {"(", "f(", "not ", "-", "a and (", "((a), ", "a in ("}) {
      String text = open.repeat(60_000 / open.length());
      assertThat(Parsed.line(text).wrong().code()).as(open).isEqualTo(Code.E0108);
    }
  }

  @Test
  void ten_thousand_values() {
    assertThat(Parsed.line("a in (" + list(10_000) + ")").tree()).isPresent();
    Diagnostic told = Parsed.line("a in (" + list(10_001) + ")").wrong();
    assertThat(told.code()).isEqualTo(Code.E0108);
    assertThat(told.message()).isEqualTo("a list of more than 10,000 values");
  }

  @Test
  void many_operators() {
    assertThat(Parsed.line("a" + " + a".repeat(500) + " > 1").tree()).isPresent();
    Diagnostic told = Parsed.line("a" + " * a".repeat(501) + " > 1").wrong();
    assertThat(told.code()).isEqualTo(Code.E0108);
    assertThat(told.message()).isEqualTo("more than 500 operators in a row");
    Line many = Parsed.line("a" + " and a".repeat(10_000)).right();
    assertThat(((Node.And) many.check()).parts()).hasSize(10_001);
  }

  /** Long and wrong: the end is where it breaks, and the whole text was tried before. */
  @Test
  void a_long_wrong_line_is_told_as_well() {
    String text = "a" + " and a".repeat(10_000) + " b";
    assertThat(Parsed.line(text).wrong().message()).isEqualTo("`b` does not fit here");
  }

  @ParameterizedTest
  @CsvSource({"0, U+0000", "7, U+0007", "27, U+001B", "127, U+007F", "133, U+0085"})
  void control_characters(int codePoint, String name) {
    for (String text : new String[] {"a = 'x%s'", "a %s> 1", "\"a%s\" > 1", "%s"}) {
      String line = text.replace("%s", Character.toString(codePoint));
      Diagnostic told = Parsed.line(line).wrong();
      assertThat(told.message())
          .isEqualTo("a control character, " + name + ", cannot stand in a sentence");
      assertThat(told.span().start()).isEqualTo(text.indexOf("%s"));
    }
  }

  @Test
  void half_a_character() {
    assertThat(Parsed.line("a = '\ud83d'").wrong().message())
        .isEqualTo("a control character, U+D83D, cannot stand in a sentence");
  }

  private static String nested(String open, String middle, String close, int times) {
    return open.repeat(times) + middle + close.repeat(times);
  }

  private static String list(int values) {
    return String.join(",", Collections.nCopies(values, "1"));
  }
}
