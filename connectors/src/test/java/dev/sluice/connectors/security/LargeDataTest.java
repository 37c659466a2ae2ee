package dev.sluice.connectors.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.Runs;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.TextReport;
import dev.sluice.engine.request.Request;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten million failing rows pass through a process of 256 MB: none of them is held in Java. */
@Tag("faults")
final class LargeDataTest {

  private static final int ROWS = 10_000_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "POSTGRESQL"})
  void tableOfFailingRows(Ground.Kind kind) throws Exception {
    Ground ground = Ground.of(kind, folder);
    String rows =
        kind == Ground.Kind.DUCKDB
            ? "range(" + ROWS + ") t(id)"
            : "generate_series(1, " + ROWS + ") t(id)";
    ground.sql("create table big as select id, cast(null as varchar) as note from " + rows);
    ground.write(
        "check.yml", "table: big\nconnection: here\nsamples: 10000\nexpect: [note is not null]\n");
    ground.write(
        "gate.yml",
        "table: big\nconnection: here\nexpect: [note is not null else quarantine]\n"
            + "publish: {into: target}\n");
    assertThat(small("check", "check.yml")).contains("10,000,000 of 10,000,000 rows violate it");
    assertThat(small("gate", "gate.yml")).contains("0 published + 10,000,000 quarantined");
    assertThat(ground.rows("select count(*) from target_quarantine"))
        .containsExactly(String.valueOf(ROWS));
  }

  @Test
  void fileOfFailingRows() throws Exception {
    try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve("big.csv"))) {
      csv.write("id,note\n");
      for (int row = 0; row < ROWS; row++) {
        csv.write(row + ",\n");
      }
    }
    Files.writeString(folder.resolve("check.yml"), "table: big.csv\nexpect: [note is not null]\n");
    assertThat(small("check", "check.yml")).contains("10,000,000 of 10,000,000 rows violate it");
  }

  private String small(String command, String suite) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Small.class.getName(),
                folder.toString(),
                command,
                suite)
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    // the figures that docs/reliability.md tells
    told.lines().filter(each -> each.matches(".*(scan,|heap).*")).forEach(System.out::println);
    return told;
  }

  /** One run in a process of its own, which ends with 0 whenever there is a report. */
  static final class Small {
    private Small() {}

    public static void main(String[] arguments) {
      Report report =
          Runs.run(
              Request.of(
                      arguments[1].equals("gate") ? Request.Command.GATE : Request.Command.CHECK,
                      List.of(arguments[2]),
                      Path.of(arguments[0]))
                  .build());
      System.out.print(TextReport.render(report, TextReport.Options.PLAIN));
      long peak =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(each -> each.getType() == MemoryType.HEAP)
              .mapToLong(each -> each.getPeakUsage().getUsed())
              .sum();
      System.out.println("heap at its peak: " + peak / 1_000_000 + " MB");
    }
  }
}
