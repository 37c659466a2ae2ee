package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.engine.run.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the real command within the test's process. */
public final class Terminal {

  private static final int COLUMNS = 100;

  private Terminal() {}

  /**
   * What a command left behind.
   *
   * @param text of both streams, as a terminal shows them
   */
  public record Screen(int exitCode, String text) {}

  /** Runs one command in a folder. */
  public static Screen run(Path folder, Map<String, String> environment, List<String> arguments) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(text, true, UTF_8);
    Surroundings surroundings =
        new Surroundings(both, both, false, false, COLUMNS, environment, folder);
    int exitCode = Sluice.run(surroundings, new RealEngine(new Interruption()), arguments);
    both.flush();
    return new Screen(exitCode, text.toString(UTF_8));
  }
}
