package dev.sluice.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures what is asked for and writes the figures into the page. Arguments: the folder of the
 * sources, the number of turns, the parts' names with commas between them (all of them when it is
 * empty), then the numbers of rows.
 */
public final class Benchmarks {

  private Benchmarks() {}

  public static void main(String... arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    Path program = root.resolve("sluice");
    int turns = Integer.parseInt(arguments[1]);
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("checks", new Checks(program, turns));
    parts.put("lines", new ManyLines(program, turns));
    parts.put("own", new OwnWork());
    parts.put("deequ", new Deequ(program, root.resolve("benchmarks/deequ/target"), turns));
    parts.put("gate", new Gate(program, turns));
    parts.put("heap", new Heap(program));
    if (!arguments[2].isEmpty()) {
      List<String> asked = List.of(arguments[2].split(","));
      for (String each : asked) {
        if (!parts.containsKey(each)) {
          throw new IllegalArgumentException("no part `" + each + "`; there are " + parts.keySet());
        }
      }
      parts.keySet().retainAll(asked);
    }
    Path folder = Files.createTempDirectory("sluice-benchmarks");
    try {
      for (String rows : List.of(arguments).subList(3, arguments.length)) {
        measure(parts, Long.parseLong(rows), folder.resolve("rows" + rows));
      }
      for (Map.Entry<String, Part> each : parts.entrySet()) {
        Page.write(root.resolve("docs/performance.md"), each.getKey(), each.getValue().table());
      }
    } finally {
      delete(folder);
    }
  }

  private static void measure(Map<String, Part> parts, long rows, Path folder) throws Exception {
    if (parts.keySet().equals(Set.of("own"))) {
      return;
    }
    Files.createDirectory(folder);
    try {
      Orders orders = Orders.write(folder, rows);
      for (Part part : parts.values()) {
        part.measure(orders);
      }
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
      }
    }
  }
}
