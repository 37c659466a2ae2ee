package dev.sluice.dsl.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The place of every character, in each of the five ways in which YAML writes a text. */
class ScalarPlacesTest {

  /** The first line of a suite in which {@code ~} is where the text is to be written. */
  private static Scalar line(String suite) {
    SourceFile file = new SourceFile("s.yml", suite);
    Diagnostics diagnostics = new Diagnostics();
    SuiteFile read = SuiteReader.read(file, diagnostics).orElseThrow();
    assertThat(diagnostics.all()).isEmpty();
    return read.expect().get(0).sentence();
  }

  private static String inFile(Scalar scalar, int from, int to) {
    Span span = scalar.at(new Span(from, to));
    int[] points = scalar.file().text().codePoints().toArray();
    return new String(points, span.start(), span.length());
  }

  private static String find(Scalar scalar, String text) {
    int start = scalar.value().indexOf(text);
    assertThat(start).as("`%s` in `%s`", text, scalar.value()).isNotNegative();
    int from = scalar.value().codePointCount(0, start);
    return inFile(scalar, from, from + text.codePointCount(0, text.length()));
  }

  @Test
  void plainFoldedOverSeveralLines() {
    Scalar line =
        line("table: t\nexpect:\n  - amount > 0  \n     and  note\n\n     != 'x'  # said\n");
    assertThat(line.value()).isEqualTo("amount > 0 and  note\n!= 'x'");
    assertThat(find(line, "and  note")).isEqualTo("and  note");
    assertThat(find(line, "!= 'x'")).isEqualTo("!= 'x'");
    assertThat(find(line, "0 and")).isEqualTo("0  \n     and");
  }

  @Test
  void singleQuoted() {
    Scalar line = line("table: t\nexpect:\n  - 'note != ''it''\n     and x > 0'\n");
    assertThat(line.value()).isEqualTo("note != 'it' and x > 0");
    assertThat(find(line, "'it'")).isEqualTo("''it''");
    assertThat(find(line, "it")).isEqualTo("it");
    assertThat(find(line, "and x")).isEqualTo("and x");
    assertThat(line.file().position(line.at(new Span(9, 11)).start()))
        .isEqualTo(new SourceFile.Position(3, 16));
  }

  @Test
  void doubleQuotedWithEscapes() {
    Scalar line =
        line(
            """
            table: t
            expect:
              - "a\\tb \\"q\\" \\u00e9\\x41\\U0001F600\\ud83d\\ude00 \\
                 end"
            """);
    assertThat(line.value()).isEqualTo("a\tb \"q\" \u00e9A\uD83D\uDE00\uD83D\uDE00 end");
    assertThat(find(line, "\t")).isEqualTo("\\t");
    assertThat(find(line, "\"q\"")).isEqualTo("\\\"q\\\"");
    assertThat(find(line, "\u00e9")).isEqualTo("\\u00e9");
    assertThat(inFile(line, 10, 11)).isEqualTo("\\U0001F600");
    assertThat(inFile(line, 11, 12)).isEqualTo("\\ud83d\\ude00");
    assertThat(find(line, "end")).isEqualTo("end");
  }

  @ParameterizedTest
  @CsvSource({
    "|, 'a > 0\nand b > 0\n'",
    "|-, 'a > 0\nand b > 0'",
    "|+, 'a > 0\nand b > 0\n\n'",
    ">, 'a > 0 and b > 0\n'",
    ">-, a > 0 and b > 0",
    ">2-, '  a > 0\n  and b > 0'",
    "'| # note', 'a > 0\nand b > 0\n'",
  })
  void blocks(String header, String value) {
    Scalar line =
        line("table: t\nexpect:\n  - " + header + "\n      a > 0\n      and b > 0\n\nwhere: x\n");
    assertThat(line.value()).isEqualTo(value);
    assertThat(find(line, "a > 0")).isEqualTo("a > 0");
    assertThat(find(line, "and b")).isEqualTo("and b");
  }

  @Test
  void foldedWithDeeperAndEmptyLines() {
    Scalar line =
        line("table: t\nexpect:\n  - >\n\n    a\n    b\n\n    c\n      deep\n    d\n  - x\n");
    assertThat(line.value()).isEqualTo("\na b\nc\n  deep\nd\n");
    assertThat(find(line, "a b")).isEqualTo("a\n    b");
    assertThat(find(line, "deep")).isEqualTo("deep");
    assertThat(find(line, "c\n")).isEqualTo("c\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lineEnds(String end) {
    String suite = "table: t\nexpect:\n  - \u540d\u524d = 'e\u0301 \uD83D\uDE00'\n     and x > 0\n";
    Scalar line = line("\uFEFF" + suite.replace("\n", end));
    assertThat(line.value()).isEqualTo("\u540d\u524d = 'e\u0301 \uD83D\uDE00' and x > 0");
    assertThat(find(line, "\u524d")).isEqualTo("\u524d");
    assertThat(find(line, "\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
    assertThat(line.file().position(line.at(new Span(16, 17)).start()))
        .isEqualTo(new SourceFile.Position(4, 10));
  }

  @Test
  void tabsWithinALine() {
    Scalar line = line("table: t\nexpect:\n  - a\t>\t0\n");
    assertThat(line.value()).isEqualTo("a\t>\t0");
    assertThat(find(line, "0")).isEqualTo("0");
  }

  /** Each character that is no escape and no fold stands in the file where its place says. */
  @Test
  void everyCharacterStandsWhereItsPlaceSays() {
    Random random = new Random(20260131);
    for (int round = 0; round < 500; round++) {
      String suite = "table: t\nexpect:\n  - " + written(random) + "\n  - last\n";
      Scalar line = line(suite);
      int[] value = line.value().codePoints().toArray();
      int before = 0;
      for (int index = 0; index < value.length; index++) {
        Span place = line.at(new Span(index, index + 1));
        String there = inFile(line, index, index + 1);
        boolean inOrder = place.start() >= before;
        before = place.end();
        String sign = Character.toString(value[index]);
        boolean altered = there.startsWith("\\") || there.equals("''") || there.isBlank();
        if (!inOrder || !(altered || there.equals(sign))) {
          fail("`" + there + "` stands for `" + sign + "` in " + suite);
        }
      }
    }
  }

  private static String written(Random random) {
    String[] words = {
      "a", "\u540d", "e\u0301", "\uD83D\uDE00", "x>0", "12", "b_c", "(y)", "\u00df"
    };
    StringBuilder text = new StringBuilder();
    int style = random.nextInt(5);
    String indent = "      ";
    String gap =
        style > 2 ? "\n" + indent : random.nextBoolean() ? "\n" + indent : " \n\n" + indent;
    text.append(words[random.nextInt(words.length)]);
    for (int count = random.nextInt(8); count >= 0; count--) {
      int kind = random.nextInt(6);
      text.append(kind == 0 ? gap : kind == 1 ? "  " : kind == 2 ? "\t" : " ");
      String word = words[random.nextInt(words.length)];
      text.append(kind == 3 && style == 1 ? "''" + word + "''" : word);
      text.append(kind == 4 && style == 2 ? "\\\"\\u0041\\n" : "");
    }
    text.append(words[random.nextInt(words.length)]);
    String[] headers = {"|", "|-", ">", ">-", "|+"};
    return switch (style) {
      case 1 -> "'" + text + "'";
      case 2 -> "\"" + text + "\"";
      case 3, 4 -> headers[random.nextInt(headers.length)] + "\n" + indent + text;
      default -> text.toString();
    };
  }
}
