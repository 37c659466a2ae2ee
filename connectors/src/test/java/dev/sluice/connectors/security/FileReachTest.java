package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No text of a suite reads or writes a file of the machine or server, whoever the role is. */
final class FileReachTest {

  /** Each begins as a query does; every database refuses all of them. */
  private static final List<String> QUERIES =
      List.of(
          "select file_write('x', '{}/out.txt')",
          "select file_read('{}/secret.txt', 'utf8')",
          "select \"FILE_READ\"('{}/secret.txt')",
          "select File_Read /* x */ ('{}/secret.txt')",
          "select * from csvread('{}/secret.txt')",
          "select csvwrite('{}/out.csv', 'select 1')",
          "select * from link_schema('n', '', 'jdbc:h2:{}/out', '', '', 'PUBLIC')",
          "select load_extension('{}/out.so')",
          "select readfile('{}/secret.txt')",
          "select writefile('{}/out.txt', 'x')",
          "select load_file('{}/secret.txt')",
          "select `load_file`('{}/secret.txt')",
          "select 1 into outfile '{}/out.txt'",
          "select 1 INTO DUMPFILE '{}/out.txt'",
          "select release_all_locks()",
          "select pg_read_file('{}/secret.txt')",
          "select pg_catalog.pg_read_binary_file('{}/secret.txt')",
          "select pg_ls_dir('{}')",
          "select lo_import('{}/secret.txt')",
          "select lo_export(1, '{}/out.txt')",
          "select * from dblink('host=127.0.0.1', 'select 1') as t(a integer)");

  /** Statements of their own. */
  private static final Map<Ground.Kind, List<String>> STATEMENTS =
      Map.of(
          Ground.Kind.DUCKDB,
          List.of(
              "copy t to '{}/out.csv'",
              "copy (select 1) to '{}/out.csv'",
              "attach '{}/out.db' as n",
              "pragma profiling_output = '{}/out.json'",
              "vacuum"),
          Ground.Kind.POSTGRESQL,
          List.of(
              "copy t to program 'touch {}/out.txt'",
              "copy t from program 'cat {}/secret.txt'",
              "copy t to '{}/out.csv'",
              "copy (select 1) to '{}/out.csv'"),
          Ground.Kind.SQLITE,
          List.of(
              "attach '{}/out.db' as n",
              "ATTACH DATABASE '{}/out.db' AS n",
              "detach main",
              "pragma journal_mode = off",
              "pragma temp_store_directory = '{}'",
              "pragma locking_mode = exclusive",
              "vacuum into '{}/out.db'"),
          Ground.Kind.H2,
          List.of(
              "script to '{}/out.sql'",
              "backup to '{}/out.zip'",
              "runscript from '{}/secret.txt'",
              "call csvwrite('{}/out.csv', 'select 1')",
              "call file_write('x', '{}/out.txt')",
              "create linked table n ('', 'jdbc:h2:{}/out', '', '', 'T')",
              "create alias n for 'java.lang.System.exit(int)'",
              "shutdown"),
          Ground.Kind.MARIADB,
          List.of(
              "select a from t into outfile '{}/out.txt'",
              "select a into dumpfile '{}/out.txt' from t",
              "kill 1",
              "install plugin n soname 'n.so'"));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"DUCKDB", "POSTGRESQL", "SQLITE", "H2", "MARIADB"})
  void aTextThatReachesAFileIsRefusedBeforeItRuns(Ground.Kind kind) throws IOException {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table t (a integer)", "create table made (a integer)");
    Files.writeString(folder.resolve("secret.txt"), "secret");
    ground.write("suite.yml", "");
    ground.write("load.sql", "");
    List<String> before = files();
    List<String> texts =
        Stream.concat(QUERIES.stream(), STATEMENTS.getOrDefault(kind, List.of()).stream())
            .map(each -> each.replace("{}", folder.toString()))
            .toList();
    StringBuilder suite = new StringBuilder("table: t\nsql:\n");
    for (int index = 0; index < texts.size(); index++) {
      String quoted = "'" + texts.get(index).replace("'", "''") + "'";
      suite.append("  - {name: q" + index + ", query: " + quoted + "}\n");
    }
    refused(texts, ground.check(suite.toString()), before);
    ground.write("load.sql", String.join(";\n", texts));
    refused(texts, ground.gate("table: made\nload: load.sql\nexpect: [a > 0]\n"), before);
    // nor alone, behind a statement that may stand
    ground.write("load.sql", "insert into made values (1);\n" + texts.get(texts.size() - 1));
    ground.gate("table: made\nload: load.sql\nexpect: [a > 0]\n");
    assertThat(ground.rows("select count(*) from made")).containsExactly("0");
    assertThat(files()).isEqualTo(before);
  }

  private void refused(List<String> texts, Report report, List<String> before) {
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.diagnostics().stream().map(each -> each.code().name()))
        .hasSize(texts.size())
        .containsOnly("E0603");
    assertThat(files()).isEqualTo(before);
  }

  private List<String> files() {
    String[] names = folder.toFile().list();
    return List.copyOf(new TreeSet<>(List.of(names == null ? new String[0] : names)));
  }
}
