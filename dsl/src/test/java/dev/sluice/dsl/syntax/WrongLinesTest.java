package dev.sluice.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Wrong lines with what is told about them: {@code wrong.txt} for lines, {@code wrong-columns.txt}
 * for lines of a block of one column. {@code -Dgolden.update=true} writes the files anew.
 */
class WrongLinesTest {

  private static final Path FOLDER =
      Path.of("src/test/resources/dev/sluice/dsl/syntax").toAbsolutePath();

  @Test
  void lines() throws IOException {
    assertThat(check("wrong.txt", text -> Parsed.line(text).wrong())).isGreaterThan(120);
  }

  @Test
  void lines_of_a_column() throws IOException {
    int count = check("wrong-columns.txt", text -> Parsed.columnLine(text, "amount").wrong());
    assertThat(count).isGreaterThan(8);
  }

  private interface Telling {
    Diagnostic of(String text);
  }

  private static int check(String name, Telling telling) throws IOException {
    Path file = FOLDER.resolve(name);
    String expected = Files.readString(file);
    List<String> blocks = new ArrayList<>();
    for (String block : expected.strip().split("\n\n", -1)) {
      String text = block.lines().findFirst().orElseThrow();
      blocks.add(text.startsWith("#") ? block : render(text, telling.of(text)));
    }
    String actual = String.join("\n\n", blocks) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, actual);
    } else {
      assertThat(actual).isEqualTo(expected);
    }
    assertOurWords(actual);
    return blocks.size() - 1;
  }

  private static String render(String text, Diagnostic diagnostic) {
    int width = Math.max(1, diagnostic.span().length());
    String told =
        " ".repeat(diagnostic.span().start())
            + "^".repeat(width)
            + "\n"
            + diagnostic.code()
            + " "
            + diagnostic.message();
    return text + "\n" + told + diagnostic.help().map(help -> "\n  = " + help).orElse("");
  }

  /** No wording of the parser generator, no full stop. */
  private static void assertOurWords(String told) {
    List<String> theirs =
        List.of(
            "mismatched", "no viable", "extraneous", "missing", "token", "<eof>", "null pointer");
    assertThat(told.toLowerCase(Locale.ROOT)).doesNotContain(theirs);
    assertThat(told.lines().filter(line -> line.startsWith("E0")))
        .allSatisfy(line -> assertThat(line).doesNotEndWith("."));
  }
}
