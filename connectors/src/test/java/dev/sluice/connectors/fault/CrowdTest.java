package dev.sluice.connectors.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Eight gates at once on one target: of the same batch, and of a batch each. */
@Tag("faults")
final class CrowdTest {

  private static final int GATES = 8;
  private static final int ROUNDS = Integer.getInteger("faults.crowds", 10);

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
  void eachBatchIsPublishedOnce(Site site, Serial.Style style) throws Exception {
    site.assumeChosen();
    Serial serial = new Serial(site, Files.createDirectories(folder.resolve(style.name())), style);
    Ground ground = serial.ground();
    serial.prepare(GATES * ROUNDS + ROUNDS);
    List<Outcome> outcomes = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(GATES);
    int published = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<String> apart = new ArrayList<>();
      for (int gate = 1; gate <= GATES; gate++) {
        apart.add("n=" + (published + gate));
      }
      published += GATES;
      outcomes.addAll(at(threads, ground.folder(), apart, broken));
      published++;
      List<String> same = java.util.Collections.nCopies(GATES, "n=" + published);
      outcomes.addAll(at(threads, ground.folder(), same, broken));
      broken.addAll(serial.broken(published));
    }
    threads.shutdown();
    tell("eight gates at once", site, style, outcomes, broken);
  }

  private static List<Outcome> at(
      ExecutorService threads, Path folder, List<String> settings, List<String> broken)
      throws Exception {
    List<Future<Report>> running = new ArrayList<>();
    for (String each : settings) {
      running.add(threads.submit(() -> Stage.report(folder, List.of(each))));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Future<Report> each : running) {
      Report report = each.get();
      outcomes.add(report.outcome());
      if (report.outcome() != Outcome.PUBLISHED) {
        broken.add("I4 " + report.outcome() + ": " + report.suites().get(0).message());
      }
    }
    return outcomes;
  }

  /** On DuckDB and H2 the file belongs to one process at a time: the others wait. */
  @ParameterizedTest
  @EnumSource
  void processesToo(Site site) throws IOException, SQLException, InterruptedException {
    site.assumeChosen();
    Serial serial = new Serial(site, folder, Serial.Style.PUBLISH);
    Ground ground = serial.ground();
    serial.prepare(GATES);
    List<Process> processes = new ArrayList<>();
    for (int gate = 1; gate <= GATES; gate++) {
      // two of each batch
      processes.add(
          GateProcess.start(
              List.of(ground.folder().toString(), "once", Integer.toString((gate + 1) / 2))));
    }
    List<String> broken = new ArrayList<>();
    for (Process process : processes) {
      List<String> said = GateProcess.said(process);
      process.waitFor();
      if (said.stream().noneMatch(line -> line.startsWith("published"))) {
        broken.add("I4 " + said);
      }
    }
    broken.addAll(serial.broken(GATES / 2));
    tell("eight processes at once", site, Serial.Style.PUBLISH, List.of(), broken);
  }

  /** Who reads while batches replace each other sees one of them, whole. */
  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "POSTGRESQL"})
  void whoReadsSeesOneBatch(Site site) throws Exception {
    int batches = Integer.getInteger("faults.replaced", 60);
    Serial serial = new Serial(site, folder, Serial.Style.REPLACE);
    Ground ground = serial.ground();
    serial.prepare(batches);
    Stage.report(folder, List.of("n=1"));
    List<String> broken = java.util.Collections.synchronizedList(new ArrayList<>());
    ExecutorService readers = Executors.newFixedThreadPool(4);
    boolean[] ended = new boolean[1];
    List<Future<Integer>> reads = new ArrayList<>();
    for (int reader = 0; reader < 4; reader++) {
      reads.add(readers.submit(() -> read(ground, ended, broken)));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int batch = 2; batch <= batches; batch++) {
      outcomes.add(Stage.report(folder, List.of("n=" + batch)).outcome());
    }
    ended[0] = true;
    int sum = 0;
    for (Future<Integer> each : reads) {
      sum += each.get();
    }
    readers.shutdown();
    tell(sum + " reads during publishes", site, Serial.Style.REPLACE, outcomes, broken);
  }

  private static int read(Ground ground, boolean[] ended, List<String> broken) throws SQLException {
    int reads = 0;
    try (Connection connection = ground.connect()) {
      while (!ended[0]) {
        reads++;
        String seen =
            Serial.rows(connection, "select count(*), count(distinct part) from target").get(0);
        if (!seen.equals("2 1")) {
          broken.add("I1 seen: " + seen);
        }
      }
    }
    return reads;
  }

  private static void tell(
      String what, Site site, Serial.Style style, List<Outcome> outcomes, List<String> broken) {
    System.out.println(
        what
            + " on "
            + (site + ", " + style).toLowerCase(Locale.ROOT)
            + ": "
            + outcomes.size()
            + " gates, "
            + Tally.of(outcomes)
            + ", "
            + broken.size()
            + " violations");
    assertThat(broken).isEmpty();
  }
}
