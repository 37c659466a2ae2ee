package dev.sluice.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {

  private static Span of(SourceFile file, String part) {
    int index = file.text().indexOf(part);
    int start = file.text().codePointCount(0, index);
    return new Span(start, start + part.codePointCount(0, part.length()));
  }

  private static Diagnostic error(SourceFile file, String part) {
    return Diagnostic.error(Code.E0301, "told", file, of(file, part));
  }

  private static String plain(Diagnostic diagnostic) {
    return DiagnosticRenderer.plain().render(diagnostic);
  }

  @Test
  void theExampleOfTheLanguage() {
    String text = "\n".repeat(8) + "  - row_count > 1000 else quarantine\n";
    SourceFile file = new SourceFile("orders.yml", text);
    Diagnostic diagnostic =
        Diagnostic.error(
                Code.E0301, "`quarantine` needs a check on rows", file, of(file, "quarantine"))
            .caret("moves single rows")
            .label(of(file, "row_count"), "this judges the whole table")
            .help("use `else fail` or `else warn`");
    assertThat(plain(diagnostic))
        .isEqualTo(
            """
            error[E0301]: `quarantine` needs a check on rows
              --> orders.yml:9:27
               |
             9 |   - row_count > 1000 else quarantine
               |     ---------             ^^^^^^^^^^ moves single rows
               |     this judges the whole table
               = help: use `else fail` or `else warn`
            """);
  }

  @Test
  void severalLabelsOnOneLine() {
    SourceFile file = new SourceFile("-e", "aaa bbb ccc ddd");
    Diagnostic diagnostic =
        error(file, "bbb")
            .caret("here")
            .label(of(file, "aaa"), "one")
            .label(of(file, "ccc"), "two")
            .label(of(file, "ddd"), "three");
    assertThat(plain(diagnostic))
        .isEqualTo(
            """
            error[E0301]: told
              --> -e:1:5
               |
             1 | aaa bbb ccc ddd
               | --- ^^^ --- --- three
               | |   |   two
               | |   here
               | one
            """);
  }

  @Test
  void labelsOnOtherLinesAndNumbersOfTwoDigits() {
    String text = "one\n" + "x\n".repeat(8) + "ten\neleven";
    SourceFile file = new SourceFile("a.yml", text);
    Diagnostic diagnostic =
        error(file, "eleven").label(of(file, "one"), "first").label(of(file, "ten"), "");
    assertThat(plain(diagnostic))
        .isEqualTo(
            """
            error[E0301]: told
              --> a.yml:11:1
                |
              1 | one
                | --- first
            ...
             10 | ten
                | ---
             11 | eleven
                | ^^^^^^
            """
                .replace("  --> a", "   --> a"));
  }

  @Test
  void wideCombiningAndTabs() {
    SourceFile file =
        new SourceFile(
            "a.yml", "\t\u540d\u524d = 'e\u0301' \uD83D\uDE00 \uD83C\uDDE9\uD83C\uDDEA end");
    Diagnostic diagnostic =
        error(file, "end")
            .label(of(file, "\u524d"), "wide")
            .label(of(file, "e\u0301"), "combining")
            .label(of(file, "\uD83D\uDE00"), "emoji")
            .label(of(file, "\t"), "tab");
    assertThat(plain(diagnostic))
        .isEqualTo(
            """
            error[E0301]: told
              --> a.yml:1:17
               |
             1 |     \u540d\u524d = 'e\u0301' \uD83D\uDE00 \uD83C\uDDE9\uD83C\uDDEA end
               | ----  --    -  --    ^^^
               | |     |     |  emoji
               | |     |     combining
               | |     wide
               | tab
            """);
  }

  @Test
  void controlCharactersAreShownNotObeyed() {
    SourceFile file = new SourceFile("a\u001b[2J.yml", "a \u001b[31mred\u202e end");
    Diagnostic diagnostic =
        Diagnostic.error(Code.E0401, "no column `\u001b[31m\n`", file, of(file, "end"))
            .caret("\u0007")
            .help("\u009b");
    assertThat(plain(diagnostic))
        .isEqualTo(
            """
            error[E0401]: no column `\\u001b[31m\\n`
              --> a\\u001b[2J.yml:1:13
               |
             1 | a \\u001b[31mred\\u202e end
               |                       ^^^ \\u0007
               = help: \\u009b
            """);
  }

  @Test
  void aPlaceOfSeveralLinesIsUnderlinedOnItsFirst() {
    SourceFile file = new SourceFile("a.yml", "a: |\r\n  two\r\n  three\r\n");
    assertThat(plain(error(file, "|\r\n  two")))
        .isEqualTo(
            """
            error[E0301]: told
              --> a.yml:1:4
               |
             1 | a: |
               |    ^
            """);
  }

  @Test
  void thePlaceBehindTheLastCharacter() {
    SourceFile file = new SourceFile("-e", "amount >");
    assertThat(plain(Diagnostic.error(Code.E0201, "told", file, new Span(8, 8)).caret("a value")))
        .isEqualTo(
            """
            error[E0201]: told
              --> -e:1:9
               |
             1 | amount >
               |         ^ a value
            """);
  }

  @Test
  void aLongLineIsCutAroundItsMark() {
    SourceFile file = new SourceFile("-e", "a".repeat(5_000) + " here " + "b".repeat(5_000));
    String told = plain(error(file, "here").caret("look"));
    List<String> rows = told.lines().toList();
    assertThat(rows.get(1)).isEqualTo("  --> -e:1:5002");
    assertThat(rows.get(3)).startsWith(" 1 | ...aaaa").endsWith("bbb...").hasSizeLessThan(220);
    assertThat(rows.get(4).indexOf("^^^^ look")).isEqualTo(rows.get(3).indexOf("here"));
  }

  @Test
  void withoutATextOnlyTheNameIsTold() {
    SourceFile file = new SourceFile("orders.yml", "");
    Diagnostic diagnostic =
        Diagnostic.error(Code.E0001, "`orders.yml` is not there", file, new Span(0, 0)).help("go");
    assertThat(plain(diagnostic))
        .isEqualTo(
            """
            error[E0001]: `orders.yml` is not there
              --> orders.yml
               = help: go
            """);
  }

  @Test
  void passwordsAreMaskedWhereverTheyStand() {
    String url = "jdbc:x://db/shop?password=hunter2&a=1";
    SourceFile file = new SourceFile("a.yml", url);
    Diagnostic diagnostic =
        Diagnostic.error(Code.E0005, "no driver for `" + url + "`", file, of(file, "a=1"));
    assertThat(plain(diagnostic))
        .isEqualTo(
            """
            error[E0005]: no driver for `jdbc:x://db/shop?password=***&a=1`
              --> a.yml:1:35
               |
             1 | jdbc:x://db/shop?password=***&a=1
               |                               ^^^
            """);
  }

  @Test
  void colours() {
    SourceFile file = new SourceFile("-e", "a b");
    Diagnostic diagnostic = error(file, "b").asWarning().label(of(file, "a"), "").help("h");
    assertThat(DiagnosticRenderer.coloured().render(diagnostic))
        .isEqualTo(
            """
            \u001b[1;33mwarning[E0301]\u001b[0m\u001b[1m: told\u001b[0m
              \u001b[1;34m-->\u001b[0m -e:1:3
               \u001b[1;34m|\u001b[0m
            \u001b[1;34m 1 |\u001b[0m a b
               \u001b[1;34m|\u001b[0m \u001b[1;34m-\u001b[0m \u001b[1;33m^\u001b[0m
               \u001b[1;34m= help:\u001b[0m h
            """);
  }

  @Test
  void severalAreParted() {
    SourceFile file = new SourceFile("-e", "a");
    Diagnostic one = error(file, "a");
    assertThat(DiagnosticRenderer.plain().render(List.of(one, one)))
        .isEqualTo(plain(one) + "\n" + plain(one));
  }

  @Test
  void allOfAFileFromTopToBottom() {
    SourceFile first = new SourceFile("a", "x y");
    SourceFile second = new SourceFile("b", "x y");
    Diagnostics diagnostics = new Diagnostics();
    for (SourceFile file : List.of(second, first)) {
      diagnostics.add(error(file, "y"));
      diagnostics.add(error(file, "x"));
      diagnostics.add(error(file, "x"));
    }
    assertThat(diagnostics.all())
        .containsExactly(
            error(second, "x"), error(second, "y"), error(first, "x"), error(first, "y"));
  }
}
