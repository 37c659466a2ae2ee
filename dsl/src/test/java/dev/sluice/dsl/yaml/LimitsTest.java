package dev.sluice.dsl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.DiagnosticRenderer;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to stall or flood: each ends in an error with a place, long before a minute. */
class LimitsTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private static List<Diagnostic> told(String text) {
    return Assertions.assertTimeoutPreemptively(
        LONG,
        () -> {
          Diagnostics diagnostics = new Diagnostics();
          SuiteReader.read(new SourceFile("s.yml", text), diagnostics);
          assertThat(DiagnosticRenderer.plain().render(diagnostics.all())).contains("s.yml:");
          return diagnostics.all();
        });
  }

  @Test
  void large() {
    String text = "# " + "x".repeat(3 * 1024 * 1024);
    assertThat(told(text).get(0).code()).isEqualTo(Code.E0108);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{", "- ", "? ", "{a: ", "[[{x: ["})
  void deep(String part) {
    Diagnostic first = told("table: t\nexpect:\n  " + part.repeat(20_000)).get(0);
    assertThat(first.code()).isIn(Code.E0108, Code.E0101);
  }

  @Test
  void manyUnknownKeys() {
    StringBuilder text = new StringBuilder();
    for (int key = 0; key < 20_000; key++) {
      text.append("key").append(key).append(": x\n");
    }
    assertThat(told(text.toString())).hasSizeGreaterThan(20_000);
  }

  @Test
  void manyBrokenLines() {
    assertThat(told("table: t\nexpect:\n" + "  - 'a' = b\n".repeat(10_000))).hasSizeLessThan(100);
  }

  @Test
  void aliases() {
    StringBuilder text = new StringBuilder("table: t\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 30; level++) {
      String alias = "*a" + (level - 1);
      text.append("a" + level + ": &a" + level + " [" + (alias + ", ").repeat(9) + alias + "]\n");
    }
    assertThat(told(text.toString())).anyMatch(each -> each.code() == Code.E0106);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\u0007", "\u001b", "\u007f", "\u009b", "\ufffe", "\ud800"})
  void controlCharacters(String sign) {
    Diagnostic only = told("table: t\nexpect:\n  - a != '" + sign + "'\n").get(0);
    assertThat(only.code()).isEqualTo(Code.E0108);
    assertThat(only.file().position(only.span().start())).isEqualTo(new SourceFile.Position(3, 11));
  }

  @Test
  void files(@TempDir Path folder) throws IOException {
    Path latin = folder.resolve("latin.yml");
    Files.write(latin, "table: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    Path large = folder.resolve("large.yml");
    Files.write(large, new byte[3 * 1024 * 1024 + 1]);
    Diagnostics diagnostics = new Diagnostics();
    for (String name : List.of("none.yml", "latin.yml", "large.yml")) {
      assertThat(TextFiles.read(folder.resolve(name), name, diagnostics)).isEmpty();
    }
    assertThat(TextFiles.read(folder, "folder", diagnostics)).isEmpty();
    assertThat(DiagnosticRenderer.plain().render(diagnostics.all()))
        .isEqualTo(
            """
            error[E0001]: `none.yml` is not there
              --> none.yml

            error[E0101]: this is not UTF-8 text
              --> latin.yml:1:11
               |
             1 | table: caf\ufffd
               |           ^
               = help: save the file as UTF-8

            error[E0108]: a file larger than 3 MiB is not read
              --> large.yml
               = help: split it into several files

            error[E0001]: `folder` is a folder
              --> folder
            """);
  }
}
