package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB reads the files that a suite declares, and touches nothing else outside the database. */
final class LockDownTest {

  private static final List<String> READS =
      List.of(
          "select * from read_text('{}/secret.csv')",
          "select * from read_blob('{}/secret.csv')",
          "select * from read_csv('{}/secret.csv')",
          "select * from '{}/secret.csv'",
          "select * from '{}/./in.csv/../secret.csv'",
          "select * from '{}/link.csv'",
          "select * from sniff_csv('{}/secret.csv')",
          "select * from parquet_metadata('{}/secret.csv')",
          "select * from glob('{}/*')",
          "select * from read_json('{}/*.json')",
          "select * from read_text('/proc/self/environ')",
          "select * from read_csv('http://127.0.0.1:1/x.csv')",
          "select * from duckdb_extensions()",
          "select getenv('HOME')",
          "select * from query('attach ''{}/new.db'' as n')",
          "from (describe '{}/secret.csv')");

  private static final List<String> STATEMENTS =
      List.of(
          "attach '{}/new.db' as n",
          "attach '{}/secret.db' as n",
          "copy t from '{}/secret.csv'",
          "export database '{}/new'",
          "import database '{}'",
          "install httpfs",
          "load httpfs",
          "load '{}/secret.csv'",
          "update extensions",
          "set enable_external_access = true",
          "reset enable_external_access",
          "set lock_configuration = false",
          "set allowed_paths = ['{}/secret.csv']",
          "set allowed_directories = ['{}']",
          "set temp_directory = '{}/new'",
          "set log_query_path = '{}/new.log'",
          "pragma enable_profiling = 'json'",
          "pragma profiling_output = '{}/new.json'",
          "call enable_logging(storage = 'file', storage_path = '{}/new')",
          "create macro m() as table select * from read_text('{}/secret.csv')",
          "create view v as select * from '{}/secret.csv'",
          "create persistent secret s (type http, bearer_token 'x')",
          "copy (select 1) to '{}/new.csv'",
          "copy (select 1) to '{}/in.csv' (use_tmp_file false)",
          "explain analyze copy (select 1) to '{}/in.csv' (use_tmp_file false)");

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("in.csv"), "a\n1\n");
    Files.writeString(folder.resolve("secret.csv"), "a\n7\n");
    Files.writeString(folder.resolve("secret.json"), "[{\"a\": 7}]");
    Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("secret.csv"));
  }

  private String at(String text) {
    return text.replace("{}", folder.toString());
  }

  private Map<String, String> disk() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(each).toString();
        if (!name.startsWith("test.db") && !name.endsWith(".yml") && !name.equals("load.sql")) {
          found.put(name, Files.readString(each));
        }
      }
    }
    return found;
  }

  @Test
  void queriesReadNoOtherFile() throws IOException {
    Ground ground = Ground.of(Ground.Kind.DUCKDB, folder);
    ground.sql("create table t (a integer)");
    Map<String, String> before = disk();
    StringBuilder suite = new StringBuilder("table: t\ntables: {declared: in.csv}\nsql:\n");
    for (int index = 0; index < READS.size(); index++) {
      suite.append("  - {name: q" + index + ", query: \"" + at(READS.get(index)) + "\"}\n");
    }
    suite.append("  - {name: control, query: \"select * from '" + at("{}/in.csv") + "'\"}\n");
    List<ExpectationReport> lines = ground.check(suite.toString()).suites().get(0).expectations();
    for (ExpectationReport line : lines) {
      boolean control = line.id().equals("control");
      assertThat(line.verdict())
          .as(line.line())
          .isEqualTo(control ? Verdict.FAILED : Verdict.ERROR);
      assertThat(line.violations()).isEqualTo(control ? 1 : 0);
    }
    assertThat(lines).hasSize(READS.size() + 1);
    assertThat(disk()).isEqualTo(before);
  }

  @Test
  void loadStepsReachNoOtherFileAndNoSetting() throws IOException {
    Ground ground = Ground.of(Ground.Kind.DUCKDB, folder);
    ground.sql("create table t (a integer)");
    Map<String, String> before = disk();
    for (String statement : STATEMENTS) {
      ground.write("load.sql", "create table made as select 1 as a;\n" + at(statement) + ";\n");
      Report report =
          ground.gate("table: made\nload: load.sql\ntables: {declared: in.csv}\nexpect: [a > 0]\n");
      assertThat(report.outcome()).as(statement).isIn(Outcome.ERROR, Outcome.INVALID);
      assertThat(ground.exists("made")).as(statement).isFalse();
      assertThat(disk()).as(statement).isEqualTo(before);
    }
  }
}
