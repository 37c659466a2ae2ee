package dev.sluice.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Files of blocks, each a line of input and what comes of it, indented, with an empty line between
 * two. {@code -Dgolden.update=true} writes them anew.
 */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/dev/sluice/dsl/check");

  private Golden() {}

  /** Compares, and gives the number of inputs. */
  static int compare(String name, UnaryOperator<String> work) throws IOException {
    Path file = FOLDER.resolve(name);
    String expected = Files.readString(file);
    List<String> blocks = new ArrayList<>();
    for (String block : expected.strip().split("\n(?=\\S)", -1)) {
      String input = block.lines().findFirst().orElseThrow();
      blocks.add(input.startsWith("#") ? block.strip() : input + "\n" + work.apply(input));
    }
    String actual = String.join("\n\n", blocks) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, actual);
    } else {
      assertThat(actual).isEqualTo(expected);
    }
    return (int) blocks.stream().filter(each -> !each.startsWith("#")).count();
  }

  /** The inputs alone. */
  static List<String> inputs(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name))
        .lines()
        .filter(each -> !each.isBlank() && !each.startsWith("#") && !each.startsWith(" "))
        .toList();
  }
}
