package dev.sluice.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.DiagnosticRenderer;
import dev.sluice.dsl.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each wrong suite with what is told of it; {@code -Dgolden.update=true} writes anew. A suite holds
 * one mistake and gets one error, except in the folder {@code several}.
 */
class WrongSuitesTest {

  private static final Path FOLDER = Path.of("src/test/resources/wrong");
  private static final List<String> FOREIGN =
      List.of(
          "mismatched",
          "no viable",
          "extraneous",
          "token",
          "<eof>",
          "null pointer",
          "expected '<document start>'",
          "could not find",
          "exception",
          "mapping",
          "scalar");

  @TestFactory
  Stream<DynamicTest> eachWrongSuite() throws IOException {
    List<Path> suites;
    try (Stream<Path> files = Files.walk(FOLDER)) {
      suites = files.filter(each -> each.toString().endsWith(".yml")).sorted().toList();
    }
    assertThat(suites).hasSizeGreaterThanOrEqualTo(120);
    return suites.stream()
        .map(
            suite ->
                DynamicTest.dynamicTest(FOLDER.relativize(suite).toString(), () -> compare(suite)));
  }

  private static void compare(Path suite) throws IOException {
    SourceFile file = new SourceFile(suite.getFileName().toString(), Files.readString(suite));
    List<Diagnostic> diagnostics = Suites.told(file);
    String told = DiagnosticRenderer.plain().render(diagnostics);
    Path golden = Path.of(suite.toString().replace(".yml", ".txt"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, told);
    }
    assertThat(told).isNotEmpty().isEqualTo(Files.readString(golden));
    diagnostics.forEach(WrongSuitesTest::isOurs);
    if (!suite.toString().contains("several")) {
      assertThat(diagnostics).hasSize(1);
    }
  }

  /** The house's form, and no wording of a parser generator. */
  private static void isOurs(Diagnostic diagnostic) {
    String message = diagnostic.message();
    assertThat(message).doesNotEndWith(".").matches("(?s)(YAML |[^A-Z]).*");
    assertThat(message.replaceAll("`[^`]*`", "").toLowerCase(Locale.ROOT)).doesNotContain(FOREIGN);
  }
}
