package dev.sluice.examples.docs;

import dev.sluice.cli.Terminal;
import dev.sluice.examples.Programs;
import dev.sluice.examples.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One document carried out from top to bottom; what is not as it says becomes a fault. */
final class Rehearsal {

  private static final Pattern FILE = Pattern.compile("(?:#|--) ([\\w.-]+)(, continued)?");
  private static final Pattern EXIT = Pattern.compile("exit (\\d+)");

  /** Commands that make the program; the test runs within one of them. */
  private static final String BUILD = "mvn ";

  private final Document document;
  private final Sandbox sandbox;
  private final boolean updating;
  private final List<String> faults = new ArrayList<>();
  private final Map<Document.Block, String> screens = new TreeMap<>(this::order);
  private String screen = "";

  /**
   * @param updating whether the screens that the document shows are to be replaced
   */
  Rehearsal(Document document, Sandbox sandbox, boolean updating) {
    this.document = document;
    this.sandbox = sandbox;
    this.updating = updating;
  }

  void run() {
    for (Document.Part part : document.parts()) {
      if (part instanceof Document.Sentences table) {
        judge(table);
      } else if (part instanceof Document.Block block) {
        carryOut(block);
      }
    }
  }

  /** What was not as the document says, one text each. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** The document with the screens that were seen. */
  String rewritten() {
    List<String> lines = new ArrayList<>();
    int next = 0;
    for (Map.Entry<Document.Block, String> each : screens.entrySet()) {
      lines.addAll(document.lines().subList(next, each.getKey().start()));
      each.getValue().lines().forEach(lines::add);
      next = each.getKey().start() + each.getKey().lines().size();
    }
    lines.addAll(document.lines().subList(next, document.lines().size()));
    return String.join("\n", lines) + "\n";
  }

  private void carryOut(Document.Block block) {
    switch (block.language()) {
      case "sh" -> {
        StringBuilder seen = new StringBuilder();
        block.lines().stream().filter(line -> !line.isBlank()).forEach(each -> run(each, seen));
        screen = seen.toString();
      }
      case "text" -> compare(block);
      case "yaml", "sql" -> write(block);
      case "java" -> find(block);
      case "" -> {}
      default -> fault(block.start(), "nothing is known of blocks `" + block.language() + "`");
    }
  }

  private void run(String line, StringBuilder seen) {
    Words words = Words.of(line);
    if (line.startsWith(BUILD)) {
      return;
    }
    if (!words.words().get(0).equals("./sluice") && !words.words().get(0).equals("java")) {
      faults.add("not a command that is tried out: " + line);
      return;
    }
    List<String> arguments = words.words().subList(1, words.words().size());
    Terminal.Screen found =
        words.words().get(0).equals("java")
            ? Programs.java(sandbox, arguments)
            : sandbox.sluice(arguments.toArray(String[]::new));
    if (!found.text().isBlank()) {
      seen.append(seen.isEmpty() ? "" : "\n").append(found.text().strip()).append("\n");
    }
    Matcher exit = EXIT.matcher(words.comment());
    int expected = exit.find() ? Integer.parseInt(exit.group(1)) : 0;
    if (found.exitCode() != expected) {
      faults.add(line + "\nended with " + found.exitCode() + ":\n" + found.text());
    }
  }

  private void compare(Document.Block block) {
    screens.put(block, screen);
    if (!updating && !Variable.parts(screen).equals(Variable.parts(block.text()))) {
      fault(block.start(), "another screen is shown:\n" + screen);
    }
  }

  private void write(Document.Block block) {
    Matcher file = FILE.matcher(block.lines().get(0));
    if (file.matches() && file.group(2) != null) {
      sandbox.append(file.group(1), block.text());
    } else if (file.matches()) {
      sandbox.write(file.group(1), block.text());
    } else {
      fault(block.start(), "the first line names no file");
    }
  }

  private void find(Document.Block block) {
    String wanted = block.text().replaceAll("\\s+", " ").strip();
    if (sources().noneMatch(source -> source.replaceAll("\\s+", " ").contains(wanted))) {
      fault(block.start(), "no example has this");
    }
  }

  private static Stream<String> sources() {
    Path folder = Sandbox.repository().resolve("examples/src/main/java");
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> texts = new ArrayList<>();
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(each));
      }
      return texts.stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void judge(Document.Sentences table) {
    if (table.bothWays()) {
      BothWays.faults(sandbox, table.sentences()).forEach(each -> fault(table.start(), each));
      return;
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "check",
                "docs/data/orders.csv",
                "--table",
                "customers=docs/data/customers.csv",
                "--now",
                "2026-02-01T06:00:00Z"));
    for (String each : table.sentences()) {
      arguments.add("-e");
      arguments.add(each);
    }
    Terminal.Screen found = sandbox.sluice(arguments.toArray(String[]::new));
    if (found.exitCode() != 0) {
      fault(table.start(), found.text());
    }
  }

  private void fault(int index, String what) {
    faults.add("line " + (index + 1) + ": " + what);
  }

  private int order(Document.Block one, Document.Block other) {
    return Integer.compare(one.start(), other.start());
  }
}
