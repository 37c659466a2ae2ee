package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the program and its tests are built with: a library more is a decision, not an accident. */
class LibrariesTest {

  private static final Path LIST = Path.of("src/test/resources/dev/sluice/cli/libraries.txt");

  @Test
  void areThoseOfTheList() throws IOException {
    List<String> found =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(each -> Path.of(each).getFileName().toString())
            .filter(each -> each.endsWith(".jar"))
            // the project's own, and what depends on the machine
            .filter(each -> !each.startsWith("sluice-") && !each.contains("-binaries-"))
            .sorted()
            .distinct()
            .toList();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(LIST, String.join("\n", found) + "\n");
    }
    assertThat(found).containsExactlyElementsOf(Files.readAllLines(LIST));
  }
}
