package dev.sluice.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs as processes of their own, with the classes of this test's class path. */
public final class Programs {

  private static final String SOURCES = "examples/src/main/java/";
  private static final String LAUNCHER = "sluice";

  private Programs() {}

  /** Runs {@code java -cp ... FILE.java} at the sandbox's root, as compiled by the build. */
  public static Terminal.Screen java(Sandbox sandbox, List<String> arguments) {
    String source = arguments.get(arguments.size() - 1);
    List<String> command = new ArrayList<>(java());
    command.add(
        source.substring(SOURCES.length(), source.length() - ".java".length()).replace('/', '.'));
    return run(sandbox.root(), command);
  }

  /** Runs a script of the sandbox, which finds a launcher where the repository has its own. */
  public static Terminal.Screen script(Sandbox sandbox, String script, String... arguments) {
    sandbox.write(
        LAUNCHER,
        "#!/bin/sh\nexec '" + String.join("' '", java()) + "' dev.sluice.cli.Main \"$@\"\n");
    executable(sandbox.root().resolve(LAUNCHER));
    executable(sandbox.root().resolve(script));
    List<String> command = new ArrayList<>(List.of(script));
    command.addAll(List.of(arguments));
    return run(sandbox.root(), command);
  }

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path", ""));
  }

  private static void executable(Path file) {
    if (!Files.isExecutable(file) && !file.toFile().setExecutable(true)) {
      throw new IllegalStateException(file + " cannot be made executable");
    }
  }

  private static Terminal.Screen run(Path folder, List<String> command) {
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
