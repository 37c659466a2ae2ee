package dev.sluice.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.DiagnosticRenderer;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Suites before and after, as files; {@code -Dgolden.update=true} writes them anew. */
class SuiteFormatterTest {

  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path FOLDER = RESOURCES.resolve("dev/sluice/dsl/format");

  private static List<Path> suites(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(each -> each.toString().endsWith(".yml")).sorted().toList();
    }
  }

  private static Optional<String> format(String text) {
    return SuiteFormatter.format(new SourceFile("suite.yml", text), new Diagnostics());
  }

  @TestFactory
  Stream<DynamicTest> eachSuiteOfTheFolder() throws IOException {
    List<Path> suites = suites(FOLDER);
    assertThat(suites).hasSizeGreaterThan(4);
    return suites.stream()
        .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> compare(each)));
  }

  private static void compare(Path suite) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    SourceFile file = new SourceFile("suite.yml", Files.readString(suite));
    Optional<String> formatted = SuiteFormatter.format(file, diagnostics);
    assertThat(DiagnosticRenderer.plain().render(diagnostics.all())).isEmpty();
    Path golden = Path.of(suite.toString().replace(".yml", ".formatted"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, formatted.orElseThrow());
    }
    assertThat(formatted).contains(Files.readString(golden));
  }

  @TestFactory
  Stream<DynamicTest> everySuiteOfAllTestsMeansTheSameAndStaysSo() throws IOException {
    List<Path> right =
        suites(RESOURCES).stream().filter(each -> format(read(each)).isPresent()).toList();
    assertThat(right).hasSizeGreaterThan(18);
    return right.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.toString(),
                    () -> {
                      keepsItsMeaning(read(each));
                      keepsItsMeaning("\uFEFF" + read(each).replace("\n", "\r\n"));
                    }));
  }

  private static void keepsItsMeaning(String text) {
    String formatted = format(text).orElseThrow();
    assertThat(SuiteShape.of(formatted)).isEqualTo(SuiteShape.of(text));
    assertThat(format(formatted)).contains(formatted);
    assertThat(formatted.startsWith("\uFEFF")).isEqualTo(text.startsWith("\uFEFF"));
    assertThat(formatted.replace("\r\n", "").contains("\n"))
        .isEqualTo(text.replace("\r\n", "").contains("\n"));
  }

  private static String read(Path suite) {
    try {
      return Files.readString(suite);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySentenceInEveryStyle(Written written) throws IOException {
    List<String> sentences =
        Files.readAllLines(RESOURCES.resolve("dev/sluice/dsl/syntax/sentences.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" => ", 2)[0])
            .toList();
    StringBuilder suite = new StringBuilder("table: t\nexpect:\n");
    sentences.forEach(each -> suite.append(written.entry(each)));

    keepsItsMeaning(suite.toString());
    keepsItsMeaning(
        "table: t\nexpect: [\n"
            + String.join(",\n", sentences.stream().map(Written::doubleQuoted).toList())
            + "]\n");
  }

  @Test
  void whatNeedsNoChangeIsNotTouched() {
    for (String suite :
        List.of(
            "table: t\nexpect: [a > 0]",
            "table: t\r\nexpect:\r\n  - a > 0   \r\n\r\n",
            "\ttable: t".strip() + "\nexpect:\n- \"a > 0\"\n...\n")) {
      assertThat(format(suite)).contains(suite);
    }
  }

  @Test
  void aSuiteWithErrorsIsNotFormatted() {
    String suite =
        """
        table: t
        where: a >
        expect:
          - a > 0 && b
          - a>0
        sql:
          - {name: q, query: select 1, except: 10}
        define:
          p: and
        columns:
          a, b: [is]
        """;
    Diagnostics diagnostics = new Diagnostics();

    assertThat(SuiteFormatter.format(new SourceFile("s.yml", suite), diagnostics)).isEmpty();
    assertThat(DiagnosticRenderer.plain().render(diagnostics.all()))
        .contains("s.yml:2:", "s.yml:4:", "s.yml:7:", "s.yml:9:", "s.yml:11:")
        .doesNotContain("s.yml:5:");
  }

  @Test
  void aFileThatIsNoSuiteIsToldOnce() {
    Diagnostics diagnostics = new Diagnostics();

    assertThat(SuiteFormatter.format(new SourceFile("s.yml", "- a\n"), diagnostics)).isEmpty();
    assertThat(diagnostics.all()).hasSize(1);
  }

  /** The ways in which a suite can write a sentence. */
  enum Written {
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED,
    SEVERAL_LINES;

    String entry(String sentence) {
      String text =
          switch (this) {
            case SINGLE_QUOTED -> "'" + sentence.replace("'", "''") + "'";
            case DOUBLE_QUOTED -> doubleQuoted(sentence);
            case LITERAL -> "|\n      " + sentence;
            case FOLDED -> ">-\n      " + sentence;
            case SEVERAL_LINES -> "|\n      " + sentence + "\n        where 1 = 1";
          };
      boolean hasClause = sentence.matches("(?i).* (where|per|for|except|else) .*");
      return this == SEVERAL_LINES && hasClause ? "" : "  - " + text + "\n";
    }

    static String doubleQuoted(String sentence) {
      return '"' + sentence.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }
}
