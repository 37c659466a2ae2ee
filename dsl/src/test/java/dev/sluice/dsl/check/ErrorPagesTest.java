package dev.sluice.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.DiagnosticRenderer;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pages of {@code docs/errors}: the wrong example gets exactly the page's code and message, the
 * right one nothing. {@code -Dgolden.update=true} writes the messages anew.
 */
class ErrorPagesTest {

  // Of these the engine decides; their pages show commands, which the command line's test runs.
  private static final Set<Code> COMMANDS =
      Set.of(
          Code.E0001,
          Code.E0002,
          Code.E0601,
          Code.E0603,
          Code.E0604,
          Code.E0605,
          Code.W0001,
          Code.W0003);
  // A database's own: its page is run by a test of the connectors.
  private static final Set<Code> OF_A_DATABASE = Set.of(Code.E0602);

  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @ParameterizedTest
  @EnumSource
  void eachCodeHasItsPage(Code code) throws IOException {
    ErrorPage page = ErrorPage.of(code);

    assertThat(page.text()).startsWith("# " + code + ": " + code.title() + "\n\n");
    assertThat(page.isCommand()).isEqualTo(COMMANDS.contains(code));
    if (!page.isCommand() && !OF_A_DATABASE.contains(code)) {
      examples(page);
    }
  }

  private static void examples(ErrorPage page) throws IOException {
    assertThat(page.examples()).hasSize(2);
    List<Diagnostic> wrong = told(page.examples().get(0));
    assertThat(wrong).extracting(Diagnostic::code).containsExactly(page.code());
    assertThat(told(page.examples().get(1))).isEmpty();
    String message = DiagnosticRenderer.plain().render(wrong);
    if (UPDATE) {
      page.tell(message);
    } else {
      assertThat(page.told()).isEqualTo(message);
    }
  }

  private static List<Diagnostic> told(String text) {
    if (!text.startsWith("# sluice.yml\n")) {
      return Suites.told(new SourceFile("orders.yml", text));
    }
    Diagnostics diagnostics = new Diagnostics();
    ConfigurationReader.read(
        new SourceFile("sluice.yml", text),
        name -> Optional.of("shop").filter(user -> name.equals("PGUSER")),
        diagnostics);
    return diagnostics.all();
  }

  @Test
  void theListNamesEachPage() throws IOException {
    String list =
        "# Errors and warnings\n\n"
            + "The code of a message, and the page about it. A code keeps its number.\n\n"
            + Arrays.stream(Code.values())
                .map(code -> "- [" + code + "](" + code + ".md): " + code.title() + "\n")
                .collect(Collectors.joining());
    Path file = ErrorPage.FOLDER.resolve("README.md");
    if (UPDATE) {
      Files.writeString(file, list);
    }
    assertThat(file).hasContent(list);
    try (Stream<Path> files = Files.list(ErrorPage.FOLDER)) {
      assertThat(files).hasSize(Code.values().length + 1);
    }
  }
}
