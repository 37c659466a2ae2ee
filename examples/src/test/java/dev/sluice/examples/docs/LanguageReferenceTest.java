package dev.sluice.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.function.Metric;
import dev.sluice.examples.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reference names every function, format and metric that there is. */
final class LanguageReferenceTest {

  private static final String FORMAT = "is_";

  private static String reference = "";

  @BeforeAll
  static void read() throws IOException {
    reference = Files.readString(Sandbox.repository().resolve("docs/language.md"));
  }

  @Test
  void namesEveryFunction() {
    assertThat(missing(names(false).map(name -> "`" + name + "("))).isEmpty();
  }

  @Test
  void namesEveryFormat() {
    assertThat(missing(names(true).map(name -> "`" + name.substring(FORMAT.length())))).isEmpty();
  }

  @Test
  void namesEveryMetric() {
    assertThat(missing(Arrays.stream(Metric.values()).map(each -> "`" + each.word()))).isEmpty();
  }

  private static Stream<String> names(boolean formats) {
    return Functions.all().stream()
        .map(Function::name)
        .filter(name -> name.startsWith(FORMAT) == formats);
  }

  private static List<String> missing(Stream<String> texts) {
    return texts.filter(text -> !reference.contains(text)).toList();
  }
}
