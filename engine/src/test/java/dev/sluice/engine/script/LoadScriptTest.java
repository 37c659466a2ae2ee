package dev.sluice.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.check.Parameters;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.engine.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements a load step in SQL may hold. */
final class LoadScriptTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commit",
        "COMMIT",
        "Commit Work",
        "commit prepared 'x'",
        "rollback",
        "abort",
        "end",
        "begin",
        "start transaction",
        "savepoint s",
        "release s",
        "set transaction read write",
        "set session characteristics as transaction read write",
        "prepare transaction 'x'",
        "/* c */ commit",
        "-- c\ncommit",
        "/* /* c */ */ commit",
        "(commit)",
        "explain analyze commit",
        "explain (analyze, verbose) rollback",
        "prepare p as commit",
      })
  void whatEndsTheTransactionIsRefused(String statement) {
    for (String text :
        List.of(
            statement, "insert into t values (1); " + statement + "; select 1", ";" + statement)) {
      assertThat(told(text)).as(text).hasSize(1).first().asString().contains("load script");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00a0commit",
        "\ufeffcommit",
        "\u200bcommit",
        "\u0000commit",
        "insert into t values (1) -- x\r; commit",
        "insert into t values (E'a'\n'\\''); commit; -- ')",
        "insert into t values (1) /*! ; commit */",
      })
  void whatIsHiddenFromSomeDatabasesIsRefused(String text) {
    assertThat(told(text)).contains("databases read this in different ways");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t values ('; commit')",
        "insert into t select $$; commit$$",
        "insert into t select 1 -- ; commit",
        "insert into t select 1 /* ; commit; */",
        "select \"commit\" from t",
        "explain analyze select case when a then 1 end from t",
        "update t set commit = 1",
        "prepare p as select 1",
        "copy t from 'x.csv'",
        "copy t (a) from 'x.csv' (format csv)",
        "prepare p as select 1 from t",
        "set time zone 'UTC'",
        "select * from final table (insert into t values (1))",
      })
  void whatOnlyLooksLikeItMayStand(String text) {
    assertThat(told(text)).isEmpty();
    assertThat(statements(text, new Diagnostics())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy t to 'x.csv'",
        "COPY (select 1) TO 'x.csv' (use_tmp_file false)",
        "copy t to program 'rm -r /'",
        "copy t from program 'curl example.org'",
      })
  void whatReachesOutOfTheDatabaseIsRefused(String text) {
    assertThat(told(text)).containsExactly(first(text) + " may only read files in a load script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attach 'x.db' as x",
        "/* */ PRAGMA journal_mode = off",
        "script to 'x.sql'",
        "execute immediate 'commit'",
        "prepare s from 'commit'",
        "set @@sql_mode = ''",
        "set @x = 1, autocommit = 1",
        "use other",
      })
  void whatNoTransactionTakesBackIsRefused(String text) {
    boolean session = text.startsWith("set") || text.startsWith("use");
    assertThat(told(text, true)).hasSize(1).first().asString().endsWith("in a load script");
    assertThat(told(text)).hasSize(session ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t values (csvread('x.csv'))",
        "select \"File_Write\"('x', 'y')",
        "select a from t into outfile 'x.csv'",
        "call csvwrite('x.csv', 'select 1')",
      })
  void functionsThatReachFilesAreRefused(String text) {
    assertThat(told(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"set @x = 1", "set @x = (select max(a), 1 from t)", "set @x = 1 + (2)"})
  void aVariableOfTheScriptMayStand(String text) {
    assertThat(told(text, true)).isEmpty();
  }

  private static String first(String text) {
    return "`" + text.substring(0, 4) + "`";
  }

  private static List<String> told(String text) {
    return told(text, false);
  }

  private static List<String> told(String text, boolean definitionsCommit) {
    Diagnostics diagnostics = new Diagnostics();
    statements(text, definitionsCommit, diagnostics);
    return diagnostics.all().stream().map(Diagnostic::message).toList();
  }

  private static List<Statement> statements(String text, Diagnostics diagnostics) {
    return statements(text, false, diagnostics);
  }

  private static List<Statement> statements(
      String text, boolean definitionsCommit, Diagnostics diagnostics) {
    SuiteFile suite = SuiteFile.of(Scalar.whole(new SourceFile("suite", "t")), List.of());
    Parameters none = Parameters.of(suite, Map.of(), ZoneOffset.UTC, diagnostics);
    return LoadScript.statements(
        new SourceFile("load.sql", text), none, definitionsCommit, diagnostics);
  }
}
