package dev.sluice.examples.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.cli.Terminal;
import dev.sluice.examples.Sandbox;
import java.util.ArrayList;
import java.util.List;

/** Lines of which it is said that a clean table meets them, and a dirty one does not. */
final class BothWays {

  private static final String FOLDER = "docs/data/checks/";

  private BothWays() {}

  /** The lines for which that is not so, one text each. */
  static List<String> faults(Sandbox sandbox, List<String> lines) {
    List<String> faults = new ArrayList<>();
    faults.addAll(others(sandbox, "clean.yml", lines, "met"));
    faults.addAll(others(sandbox, "dirty.yml", lines, "failed"));
    return faults;
  }

  private static List<String> others(
      Sandbox sandbox, String suite, List<String> lines, String verdict) {
    List<String> arguments =
        new ArrayList<>(
            List.of("check", FOLDER + suite, "--now", "2026-02-01T08:00:00Z", "--format", "json"));
    for (String line : lines) {
      arguments.add("-e");
      arguments.add(line);
    }
    Terminal.Screen screen = sandbox.sluice(arguments.toArray(String[]::new));
    JsonNode told = json(screen.text()).at("/suites/0/expectations");
    // the first is the suite's own
    if (told.size() != lines.size() + 1) {
      return List.of(suite + ": " + screen.text());
    }
    List<String> others = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      JsonNode line = told.get(index + 1);
      if (!line.get("verdict").asText().equals(verdict)) {
        others.add(suite + ": `" + lines.get(index) + "` is " + line.get("verdict").asText());
      }
    }
    return others;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(text, failure);
    }
  }
}
