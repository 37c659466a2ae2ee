package dev.sluice.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.DiagnosticRenderer;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.yaml.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole suites with what they mean or what is told of them; {@code -Dgolden.update=true} writes
 * anew. A first line {@code # set: a=1} gives settings, {@code # lint} looks at no table.
 */
class SuitesTest {

  private static final Path FOLDER = Path.of("src/test/resources/dev/sluice/dsl/check/suites");

  @TestFactory
  Stream<DynamicTest> eachSuite() throws IOException {
    List<Path> suites;
    try (Stream<Path> files = Files.list(FOLDER)) {
      suites = files.filter(each -> each.toString().endsWith(".yml")).sorted().toList();
    }
    assertThat(suites).hasSizeGreaterThan(15);
    return suites.stream()
        .map(
            suite -> DynamicTest.dynamicTest(suite.getFileName().toString(), () -> compare(suite)));
  }

  private static void compare(Path suite) throws IOException {
    String text = Files.readString(suite);
    String told = text.startsWith("# lint") ? lint(text) : typed(text);
    Path golden = Path.of(suite.toString().replace(".yml", ".txt"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, told);
    }
    assertThat(told).isEqualTo(Files.readString(golden));
  }

  private static Map<String, String> settings(String text) {
    String first = text.lines().findFirst().orElse("");
    if (!first.startsWith("# set: ")) {
      return Map.of();
    }
    String[] pair = first.substring("# set: ".length()).split("=", 2);
    return Map.of(pair[0], pair[1]);
  }

  private static String lint(String text) {
    Diagnostics diagnostics = new Diagnostics();
    SuiteFile file = Suites.read(text, diagnostics);
    Parameters parameters = Parameters.declared(file, settings(text), ZoneOffset.UTC, diagnostics);
    Checker.lint(file, parameters, Suites.NOW, ZoneOffset.UTC, diagnostics);
    return DiagnosticRenderer.plain().render(diagnostics.all());
  }

  private static String typed(String text) {
    Diagnostics diagnostics = new Diagnostics();
    SuiteFile file = Suites.read(text, diagnostics);
    Parameters parameters = Parameters.of(file, settings(text), ZoneOffset.UTC, diagnostics);
    Checker checker =
        new Checker(file, Tables.LOOKUP, parameters, Suites.NOW, ZoneOffset.UTC, diagnostics);
    StringBuilder told = new StringBuilder();
    told.append("tables ")
        .append(Checker.tablesNamed(file, diagnostics).stream().map(each -> each.text()).toList())
        .append('\n');
    checker
        .where(Tables.ORDERS)
        .ifPresent(each -> told.append("where ").append(Shown.of(each)).append('\n'));
    checker.batch().ifPresent(each -> told.append("batch ").append(each).append('\n'));
    checker
        .slice(Tables.ORDERS)
        .ifPresent(each -> told.append("slice ").append(Shown.of(each)).append('\n'));
    if (checker.sliceIsAll()) {
      told.append("slice all\n");
    }
    checker.expectations(Tables.ORDERS).forEach(each -> append(each, told));
    checker.ensure(Tables.ORDERS).forEach(each -> append(each, told));
    return told + DiagnosticRenderer.plain().render(diagnostics.all());
  }

  private static void append(Checked checked, StringBuilder told) {
    Expectation expectation = checked.expectation();
    Expectation.Heading heading = expectation.heading();
    told.append(heading.fileLine()).append(": ").append(heading.line());
    heading.name().ifPresent(each -> told.append("\n  name ").append(each));
    heading.because().ifPresent(each -> told.append("\n  because ").append(each));
    heading.owner().ifPresent(each -> told.append("\n  owner ").append(each));
    if (!heading.tags().isEmpty()) {
      told.append("\n  tags ").append(heading.tags());
    }
    told.append('\n');
    if (expectation instanceof Expectation.Sentence sentence) {
      told.append(Shown.of(sentence));
    } else {
      told.append("  ").append(expectation);
    }
    told.append('\n');
  }
}
