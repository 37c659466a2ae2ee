package dev.sluice.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalTextTest {

  @ParameterizedTest
  @CsvSource({
    "abc, 3, abc",
    "abcd, 3, ab…",
    "漢字かな, 8, 漢字かな",
    "漢字かな, 7, 漢字か…",
    "漢字かな, 4, 漢…",
    "é́́x, 2, é́́x",
    "abcd, 1, …",
  })
  void cutsByColumns(String text, int columns, String cut) {
    assertThat(TerminalText.cut(text, columns)).isEqualTo(cut);
    assertThat(TerminalText.width(TerminalText.cut(text, columns))).isLessThanOrEqualTo(columns);
  }

  @ParameterizedTest
  @MethodSource
  void showsWhatCouldSteerATerminal(String text, String shown) {
    assertThat(TerminalText.visible(text)).isEqualTo(shown);
  }

  static Stream<Arguments> showsWhatCouldSteerATerminal() {
    return Stream.of(
        arguments("line\r\nend\t", "line\\r\\nend\\t"),
        arguments("\u001b[31m", "\\u001b[31m"),
        arguments("a\u202Eb", "a\\u202eb"),
        arguments("\u009b", "\\u009b"),
        arguments("\uD800", "\\ud800"),
        arguments("\uFFFF", "\\uffff"),
        arguments("\uDB40\uDC01", "\\U000e0001"),
        arguments("👩‍🚀", "👩‍🚀"),
        arguments("naïve 名前", "naïve 名前"));
  }

  @ParameterizedTest
  @CsvSource({"ab, 4, 'ab  ', '  ab'", "漢, 4, '漢  ', '  漢'", "abcde, 4, abcde, abcde"})
  void padsByColumns(String text, int columns, String left, String right) {
    assertThat(TerminalText.left(text, columns)).isEqualTo(left);
    assertThat(TerminalText.right(text, columns)).isEqualTo(right);
  }
}
