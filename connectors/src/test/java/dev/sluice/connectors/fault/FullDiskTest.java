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
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A disk that is full while a gate writes: a small file system of its own, filled up to ever more
 * of it. It needs the right to mount one, and is skipped where there is none.
 */
@Tag("faults")
final class FullDiskTest {

  private static final int MEGABYTE = 1 << 20;
  private static final int SIZE = 48;
  private static final int ROWS = 20_000;
  private static final int CASES = Integer.getInteger("faults.disks", 24);

  private static final String SUITE =
      "connection: here\ntable: staging\nbatch: $n\nparams: {n: {type: integer}}\n"
          + "publish: {into: target}\nexpect: [note is not null else drop]\n"
          + "ensure: [row_count > 0]\n";

  @TempDir private Path folder;

  /** Rows with texts that hardly shrink. */
  private static String rows(Site site) {
    return site == Site.SQLITE
        ? "with recursive n(i) as (select 1 union all select i + 1 from n where i < "
            + ROWS
            + ") select i, hex(randomblob(32)) from n"
        : "select i, md5(cast(i as varchar(20))) || md5(cast(-i as varchar(20)))"
            + " from generate_series(1, "
            + ROWS
            + ") as t(i)";
  }

  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "SQLITE", "POSTGRESQL"})
  void whatDoesNotFitIsNotThere(Site site) throws IOException, SQLException, InterruptedException {
    Path small = Files.createDirectories(folder.resolve("small"));
    Assumptions.assumeTrue(
        command("mount", "-t", "tmpfs", "-o", "size=" + SIZE + "m,mode=777", "tmpfs", small),
        "no right to mount a file system");
    try {
      fill(site, small);
    } finally {
      command("umount", "-l", small);
    }
  }

  private void fill(Site site, Path small) throws IOException, SQLException {
    Ground ground = site.ground(site == Site.POSTGRESQL ? folder : small);
    try (Connection connection = ground.connect();
        Statement statement = connection.createStatement()) {
      String shape = "(id integer, note varchar(80))";
      String where = "";
      if (site == Site.POSTGRESQL) {
        Path space = Files.createDirectories(small.resolve("space"));
        statement.execute("create tablespace small location '" + space + "'");
        where = " tablespace small";
      }
      statement.execute("create table staging " + shape);
      statement.execute("create table target " + shape + where);
      statement.execute("insert into staging " + rows(site));
    }
    ground.write("suite.yml", SUITE);
    List<String> broken = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    Path ballast = small.resolve("ballast");
    for (int each = 0; each < CASES; each++) {
      // from almost nothing that is left to enough for all of it
      long left = (long) MEGABYTE * 6 * each / CASES;
      long free = Files.getFileStore(small).getUsableSpace();
      Files.write(ballast, new byte[(int) Math.max(0, free - left)]);
      List<String> settings = List.of("n=" + each);
      Report report = Stage.report(ground.folder(), settings);
      outcomes.add(report.outcome());
      Files.delete(ballast);
      check(ground, each, report, broken);
      Report again = Stage.report(ground.folder(), settings);
      if (again.outcome() != Outcome.PUBLISHED) {
        broken.add(each + ": rerun " + again.outcome());
      }
      check(ground, each, again, broken);
      clear(site, ground);
    }
    System.out.println(
        "disk full on "
            + site
            + ": "
            + CASES
            + " cases, "
            + Tally.of(outcomes)
            + ", "
            + broken.size()
            + " violations");
    assertThat(broken).isEmpty();
    assertThat(outcomes).contains(Outcome.ERROR, Outcome.PUBLISHED);
  }

  private static void check(Ground ground, int batch, Report report, List<String> broken)
      throws SQLException {
    try (Connection connection = ground.connect()) {
      String found =
          Serial.rows(connection, "select count(*), count(distinct id) from target").get(0);
      boolean ledger =
          State.tables(connection).contains("sluice_ledger")
              && Serial.rows(
                      connection,
                      "select count(*) from sluice_ledger where state = 'published' and batch = '"
                          + batch
                          + "'")
                  .get(0)
                  .equals("1");
      if (!found.equals(ledger ? ROWS + " " + ROWS : "0 0")) {
        broken.add(batch + ": I1 " + found + ", published " + ledger);
      }
      if ((report.outcome() == Outcome.PUBLISHED) != ledger) {
        broken.add(batch + ": I4 " + report.outcome() + ", published " + ledger);
      }
    }
  }

  private static void clear(Site site, Ground ground) throws SQLException {
    try (Connection connection = ground.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(site == Site.SQLITE ? "delete from target" : "truncate table target");
      // the file gives back what it does not need
      if (site != Site.POSTGRESQL) {
        statement.execute(site == Site.SQLITE ? "vacuum" : "checkpoint");
      }
    }
  }

  private static boolean command(Object... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    for (Object word : words) {
      command.add(word.toString());
    }
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }
}
