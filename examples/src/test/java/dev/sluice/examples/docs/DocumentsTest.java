package dev.sluice.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.examples.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what the documents show; {@code -Dgolden.update=true} writes their screens anew. */
final class DocumentsTest {

  static List<String> documents() throws IOException {
    try (Stream<Path> docs = Files.list(Sandbox.repository().resolve("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md"),
              docs.map(each -> "docs/" + each.getFileName())
                  .filter(each -> each.endsWith(".md"))
                  .sorted())
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void doesWhatItShows(String name, @TempDir Path folder) throws IOException {
    Path file = Sandbox.repository().resolve(name);
    Document document = Document.of(Files.readAllLines(file));
    boolean updating = Boolean.getBoolean("golden.update");
    Rehearsal rehearsal = new Rehearsal(document, Sandbox.in(folder.toRealPath()), updating);
    rehearsal.run();
    if (updating) {
      Files.writeString(file, rehearsal.rewritten());
    }
    assertThat(rehearsal.faults()).as(name).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void pointsToWhatThereIs(String name) throws IOException {
    Path file = Sandbox.repository().resolve(name);
    assertThat(Links.broken(file)).as(name).isEmpty();
  }
}
