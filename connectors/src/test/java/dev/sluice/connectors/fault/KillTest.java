package dev.sluice.connectors.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process that gates one batch after the other is killed at some moment, and the next goes on
 * where it was. {@code -Dfaults.kills} is how often in total on all databases; {@code
 * -Dfaults.sites=H2,SQLITE} narrows them.
 */
@Tag("faults")
final class KillTest {

  private static final int CASES = 10;
  private static final int LATEST_MILLIS = 900;
  private static final int BATCHES = 20_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "DUCKDB, PUBLISH",
    "DUCKDB, LOAD",
    "POSTGRESQL, PUBLISH",
    "POSTGRESQL, LOAD",
    "SQLITE, PUBLISH",
    "SQLITE, LOAD",
    "H2, PUBLISH",
    "H2, LOAD",
    "MARIADB, PUBLISH",
    "MARIADB, LOAD"
  })
  void wheneverItIsKilledABatchIsThereOrNot(Site site, Serial.Style style)
      throws SQLException, IOException, InterruptedException {
    site.assumeChosen();
    int kills = Integer.getInteger("faults.kills", 1000) / CASES;
    Path own = Files.createDirectories(folder.resolve(site + "-" + style));
    Serial serial = new Serial(site, own, style);
    serial.prepare(BATCHES);
    Random random = new Random(20_270_101);
    List<String> violations = new ArrayList<>();
    int next = 1;
    for (int kill = 1; kill <= kills; kill++) {
      int told = killed(own, next, random.nextInt(LATEST_MILLIS + 1));
      List<String> broken = serial.broken(Math.max(told, next - 1));
      for (String each : broken) {
        violations.add("kill " + kill + ": " + each);
      }
      next = Math.max(told + 1, next);
    }
    System.out.println(
        "kill -9 of the gate on "
            + site
            + ", "
            + style.name().toLowerCase(Locale.ROOT)
            + ": "
            + kills
            + " kills, "
            + serial.published()
            + " batches published, "
            + violations.size()
            + " violations");
    assertThat(violations).isEmpty();
  }

  /** Kills a process some time after its first word; the answer is the last batch it told of. */
  private static int killed(Path folder, int first, int millis)
      throws IOException, InterruptedException {
    // a thousand unpacked libraries would fill the disk
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    Process process =
        GateProcess.start(List.of(folder.toString(), "serial", Integer.toString(first)), scratch);
    int told = first - 1;
    try (BufferedReader reader =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      Thread.sleep(millis);
      // past the Process, which would close what it has said and nobody has read
      process.toHandle().destroyForcibly();
      while (line != null) {
        if (!line.startsWith("published")) {
          throw new IllegalStateException(line);
        }
        told++;
        line = reader.readLine();
      }
    } finally {
      process.destroyForcibly();
    }
    process.waitFor();
    try (var left = Files.list(scratch)) {
      for (Path each : left.toList()) {
        Files.delete(each);
      }
    }
    return told;
  }
}
