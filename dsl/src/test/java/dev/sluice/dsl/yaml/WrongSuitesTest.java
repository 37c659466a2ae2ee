package dev.sluice.dsl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.DiagnosticRenderer;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each wrong suite with what is told of it; {@code -Dgolden.update=true} writes anew. */
class WrongSuitesTest {

  private static final Path FOLDER = Path.of("src/test/resources/wrong");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TestFactory
  Stream<DynamicTest> eachWrongSuite() throws IOException {
    List<Path> suites;
    try (Stream<Path> files = Files.list(FOLDER)) {
      suites = files.filter(each -> each.toString().endsWith(".yml")).sorted().toList();
    }
    assertThat(suites).hasSizeGreaterThan(30);
    return suites.stream()
        .map(
            suite -> DynamicTest.dynamicTest(suite.getFileName().toString(), () -> compare(suite)));
  }

  private static void compare(Path suite) throws IOException {
    SourceFile file = new SourceFile(suite.getFileName().toString(), Files.readString(suite));
    Diagnostics diagnostics = new Diagnostics();
    SuiteReader.read(file, diagnostics);
    String told = DiagnosticRenderer.plain().render(diagnostics.all());
    Path golden = Path.of(suite.toString().replace(".yml", ".txt"));
    if (UPDATE) {
      Files.writeString(golden, told);
    }
    assertThat(told).isNotEmpty().isEqualTo(Files.readString(golden));
  }
}
