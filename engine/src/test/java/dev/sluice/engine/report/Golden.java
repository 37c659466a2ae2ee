package dev.sluice.engine.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts in files; {@code -Dgolden.update=true} writes them anew. */
final class Golden {

  private Golden() {}

  static void check(String file, String actual) throws IOException {
    Path golden = Path.of("src/test/resources/report", file);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, actual, UTF_8);
    }
    assertThat(golden).exists();
    assertThat(actual).as(file).isEqualTo(Files.readString(golden, UTF_8));
  }
}
