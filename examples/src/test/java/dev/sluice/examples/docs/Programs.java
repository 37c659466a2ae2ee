package dev.sluice.examples.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs as processes of their own, with the classes of this test's class path. */
final class Programs {

  private static final String SOURCES = "examples/src/main/java/";

  private Programs() {}

  /** Runs {@code java -cp ... FILE.java}, as compiled by the build. */
  static Terminal.Screen java(Path folder, List<String> arguments) {
    String source = arguments.get(arguments.size() - 1);
    String program =
        source.substring(SOURCES.length(), source.length() - ".java".length()).replace('/', '.');
    return run(folder, List.of(program));
  }

  private static Terminal.Screen run(Path folder, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path", "")));
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Terminal.Screen(process.waitFor(), text);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
