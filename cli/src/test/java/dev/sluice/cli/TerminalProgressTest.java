package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.run.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(bytes, true, UTF_8);
  private final AtomicLong clock = new AtomicLong(5);
  private final TerminalProgress progress = new TerminalProgress(terminal, 40, clock::get);

  private String drawnAfter(Duration time) {
    clock.addAndGet(time.toNanos());
    bytes.reset();
    progress.draw();
    return bytes.toString(UTF_8);
  }

  @Test
  void shortWorkIsNotTold() {
    progress.scanning("orders", 1, 2);

    assertThat(drawnAfter(Duration.ofMillis(999))).isEmpty();
    progress.done();
    assertThat(bytes.toString(UTF_8)).isEmpty();
  }

  @Test
  void longWorkIsToldWithScanAndTime() {
    progress.scanning("orders", 1, 2);
    assertThat(drawnAfter(Duration.ofSeconds(1))).isEqualTo("\r\u001b[Korders: scan 1 of 2, 1 s");

    progress.scanning("orders", 2, 2);
    assertThat(drawnAfter(Duration.ofSeconds(61))).isEqualTo("\r\u001b[Korders: scan 2 of 2, 62 s");

    bytes.reset();
    progress.done();
    assertThat(bytes.toString(UTF_8)).isEqualTo("\r\u001b[K");
    assertThat(drawnAfter(Duration.ofSeconds(9))).isEmpty();
  }

  @Test
  void theLineFitsAndIsSafe() {
    progress.scanning("\u001b[2J" + "x".repeat(80), 1, 2);

    String drawn = drawnAfter(Duration.ofSeconds(2));

    assertThat(drawn).startsWith("\r\u001b[K\\u001b[2Jxxx").endsWith("…").hasSize(4 + 39);
  }

  @Test
  void thereIsNoneWithoutATerminal() {
    Surroundings file =
        new Surroundings(terminal, terminal, true, false, 80, Map.of(), Path.of(""));

    assertThat(TerminalProgress.where(file)).isSameAs(Progress.NONE);
  }
}
