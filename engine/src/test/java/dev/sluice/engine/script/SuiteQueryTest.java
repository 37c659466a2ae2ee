package dev.sluice.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts of {@code sql:} are taken for one query. */
final class SuiteQueryTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "  -- why\n SELECT 1",
        "/* a /* nested */ one */ with a as (select 1) select * from a",
        "from t where x = 3",
        "values (1), (2)",
        "select 1;",
        "select 1 ; -- done",
        "select ';' as a, $$;)$$ as b, \"a;b\" from t -- ; )",
        "select e'it\\'s;' from t",
        "select `order id` from t",
        "select 1 -- a line of Windows\r\n",
        "select 'a' ::text || '\u00a0' as \"\u00e9t\u00e9\"",
        "select caf\u00e9$ from t",
      })
  void oneQuery(String text) {
    assertThat(told(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select file_write('a', '/tmp/b') | file_write` reaches beyond the database",
        "select \"FILE_READ\" /* why */ ('a') | file_read` reaches beyond the database",
        "select U&\"\\0046ILE_READ\"('a') | may not be written in escapes",
        "select * from CSVREAD('a') | csvread` reaches beyond the database",
        "select pg_catalog.lo_export(1, 'a') | lo_export` reaches beyond the database",
        "select load_file('/etc/passwd') | load_file` reaches beyond the database",
        "select * from old table (delete from t) | old table` changes rows",
        "select * from FINAL  TABLE(insert into t values (1)) | final table` changes rows",
      })
  void nothingBeyondTheDatabaseIsReached(String text, String message) {
    assertThat(told(text)).contains(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select file_read, old, \"final\" from t",
        "select 'file_write(1)' as a -- file_write(1)",
        "select * from \"old\" where table_name in ('t')",
        "select new.a from (select 1 as a) new",
      })
  void namesAloneReachNothing(String text) {
    assertThat(told(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "delete from t            | 0-6 #delete# does not begin a query",
        "(select 1)               | 0-1 #(# does not begin a query",
        "explain select 1         | 0-7 #explain# does not begin a query",
        "$x                       | 0-1 #x# does not begin a query",
        "select 1; select 2       | 10-16 a second statement",
        "select 1; drop table t   | 10-14 a second statement",
        "select 1) q; drop table t; select * from (select 1 | 8-9 #)# closes nothing",
        "select (1, (2)           | 7-8 #(# is not closed",
        "select 'a                | 7-8 a quote or comment that is not closed",
        "select 1 /* a            | 9-10 a quote or comment that is not closed",
        "-- nothing               | 0-10 the query holds no statement",
        ";                        | 0-1 the query holds no statement",
      })
  void notOneQuery(String text, String told) {
    assertThat(told(text)).isEqualTo(told.replace('#', '`'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1 -- x\r) q; drop table t; select * from (select 1",
        "select 1 -- x\r",
        "select E'a''\\'' ) q; drop table t; -- '",
        "select E'a'\n'\\'' ) q; drop table t; -- '",
        "select E'a' -- x\n  '\\'' ) q; drop table t; -- '",
        "select $\u00e9$ ' $\u00e9$",
        "select 1$$ ' $$ ) q; drop table t; -- '",
        "select 1 a\u3000$$ ) q; drop table t; -- $$",
        "select 1 `) q; drop table t; -- `",
        "select 1 /* /* */ ) q; drop table t; -- */ */",
        "select 1 /* /*/ */ */",
        "select 1 /*! ) q; drop table t; */",
        "select 1 \u0000; drop table t",
        "select\u00a01",
        "\ufeffselect 1",
        "select\u000b1",
      })
  void whatDatabasesReadInDifferentWaysIsNotRun(String text) {
    assertThat(told(text)).endsWith(" databases read this in different ways");
  }

  @ParameterizedTest
  @CsvSource({
    "select 1, select 1",
    "select 1;, select 1",
    "select ';' ; -- b, select ';'",
  })
  void theStatementIsWhatStandsBeforeItsSemicolon(String text, String statement) {
    assertThat(SuiteQuery.statement(text).strip()).isEqualTo(statement);
  }

  private static String told(String text) {
    Diagnostics diagnostics = new Diagnostics();
    SuiteQuery.check(Scalar.whole(new SourceFile("q", text)), diagnostics);
    return diagnostics.all().isEmpty() ? "" : told(diagnostics.all().get(0));
  }

  private static String told(Diagnostic diagnostic) {
    return diagnostic.span().start() + "-" + diagnostic.span().end() + " " + diagnostic.message();
  }
}
