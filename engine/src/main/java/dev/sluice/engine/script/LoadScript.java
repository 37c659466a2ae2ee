package dev.sluice.engine.script;

import dev.sluice.dsl.check.Parameters;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.engine.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An ETL step written in SQL: its statements, with `$name` outside quotes bound as a value. What
 * would end the gate's transaction is refused.
 */
public final class LoadScript {

  private static final Set<String> ENDS_TRANSACTION =
      Set.of("commit", "rollback", "begin", "start", "end", "abort", "savepoint", "release");
  private static final Set<String> SETS_TRANSACTION =
      Set.of("transaction", "session", "autocommit");

  /** What carries out the statement that it names: DuckDB's EXPLAIN ANALYZE COMMIT commits. */
  private static final Set<String> CARRIES_OUT = Set.of("explain", "prepare", "execute");

  private static final Set<String> CARRIED_OUT =
      Set.of(
          "select", "with", "from", "values", "table", "insert", "update", "delete", "merge",
          "create", "copy");

  private static final Set<String> OUTSIDE = Set.of("to", "program");

  private static final Set<String> DEFINES =
      Set.of(
          "create",
          "drop",
          "alter",
          "truncate",
          "rename",
          "grant",
          "revoke",
          "comment",
          "lock",
          "unlock",
          "analyze",
          "optimize",
          "repair",
          "flush");

  private final SourceFile file;
  private final Parameters parameters;
  private final boolean definitionsCommit;
  private final Diagnostics diagnostics;

  private LoadScript(
      SourceFile file, Parameters parameters, boolean definitionsCommit, Diagnostics diagnostics) {
    this.file = file;
    this.parameters = parameters;
    this.definitionsCommit = definitionsCommit;
    this.diagnostics = diagnostics;
  }

  /**
   * The statements of a script, in order; what is wrong becomes diagnostics.
   *
   * @param definitionsCommit whether the database commits at CREATE and its like
   */
  public static List<Statement> statements(
      SourceFile file, Parameters parameters, boolean definitionsCommit, Diagnostics diagnostics) {
    return new LoadScript(file, parameters, definitionsCommit, diagnostics).read();
  }

  private List<Statement> read() {
    List<Statement> statements = new ArrayList<>();
    List<SqlLexer.Piece> current = new ArrayList<>();
    for (SqlLexer.Piece piece : SqlLexer.cut(file.text())) {
      piece.flaw().ifPresent(flaw -> error(flaw, piece));
      if (piece.kind() == SqlLexer.Kind.SEMICOLON) {
        statement(current).ifPresent(statements::add);
        current.clear();
      } else {
        current.add(piece);
      }
    }
    statement(current).ifPresent(statements::add);
    if (statements.isEmpty() && !diagnostics.hasErrors()) {
      diagnostics.add(
          Diagnostic.error(Code.E0003, "the load script holds no statement", file, new Span(0, 0)));
    }
    return statements;
  }

  private Optional<Statement> statement(List<SqlLexer.Piece> pieces) {
    List<SqlLexer.Piece> words = pieces.stream().filter(LoadScript::counts).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    refuse(words);
    StringBuilder sql = new StringBuilder();
    List<@Nullable Object> values = new ArrayList<>();
    for (SqlLexer.Piece piece : pieces) {
      if (piece.kind() == SqlLexer.Kind.PARAMETER) {
        value(piece).ifPresent(each -> values.add(each.value()));
        sql.append('?');
      } else {
        sql.append(piece.text());
      }
    }
    return Optional.of(new Statement(sql.toString().strip(), values));
  }

  private static boolean counts(SqlLexer.Piece piece) {
    return piece.kind() != SqlLexer.Kind.SPACE && piece.kind() != SqlLexer.Kind.COMMENT;
  }

  private void refuse(List<SqlLexer.Piece> pieces) {
    // Signs in front of a statement that a database may skip do not hide it.
    List<SqlLexer.Piece> words =
        pieces.stream().filter(each -> each.kind() == SqlLexer.Kind.WORD).toList();
    if (words.isEmpty()) {
      return;
    }
    String first = word(words, 0);
    String second = word(words, 1);
    boolean ends =
        (first.equals("set") && SETS_TRANSACTION.contains(second))
            || (first.equals("prepare") && second.equals("transaction"))
            || ENDS_TRANSACTION.contains(carriedOut(words));
    if (ends) {
      diagnostics.add(
          Diagnostic.error(
                  Code.E0603,
                  "`" + words.get(0).text() + "` may not stand in a load script",
                  file,
                  span(words.get(0)))
              .caret("the transaction is the gate's")
              .help(
                  "leave it out: the gate commits when everything is met, and undoes the step when not"));
    } else if (carriedOut(words).equals("copy") && reachesOut(pieces)) {
      diagnostics.add(
          Diagnostic.error(
                  Code.E0603,
                  "`" + words.get(0).text() + "` may only read files in a load script",
                  file,
                  span(words.get(0)))
              .caret("what it writes or starts outside the database stays when the load is undone")
              .help("write files after the gate has published"));
    } else if (definitionsCommit && DEFINES.contains(first)) {
      diagnostics.add(
          Diagnostic.error(
                  Code.E0603,
                  "`" + words.get(0).text() + "` would commit on this database",
                  file,
                  span(words.get(0)))
              .help("make the table before the load, and only write rows in the script"));
    }
  }

  // TO and PROGRAM of a COPY, not those of a query within its brackets.
  private static boolean reachesOut(List<SqlLexer.Piece> pieces) {
    int depth = 0;
    for (SqlLexer.Piece piece : pieces) {
      String text = piece.text().toLowerCase(Locale.ROOT);
      depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
      if (depth == 0 && piece.kind() == SqlLexer.Kind.WORD && OUTSIDE.contains(text)) {
        return true;
      }
    }
    return false;
  }

  /** The word with which the statement begins that is carried out in the end. */
  private static String carriedOut(List<SqlLexer.Piece> words) {
    if (!CARRIES_OUT.contains(word(words, 0))) {
      return word(words, 0);
    }
    for (int index = 1; index < words.size(); index++) {
      String word = word(words, index);
      if (ENDS_TRANSACTION.contains(word) || CARRIED_OUT.contains(word)) {
        return word;
      }
    }
    return "";
  }

  private static String word(List<SqlLexer.Piece> words, int index) {
    return index < words.size() ? words.get(index).text().toLowerCase(Locale.ROOT) : "";
  }

  private Optional<Expression.Constant> value(SqlLexer.Piece piece) {
    Optional<Expression.Constant> value = parameters.value(piece.text());
    if (value.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(Code.E0404, "no parameter `$" + piece.text() + "`", file, span(piece))
              .help("declare it under `params:` of the suite"));
    }
    return value;
  }

  private void error(String message, SqlLexer.Piece piece) {
    diagnostics.add(Diagnostic.error(Code.E0603, message, file, span(piece)));
  }

  private Span span(SqlLexer.Piece piece) {
    int start = file.text().codePointCount(0, piece.start());
    int dollar = piece.kind() == SqlLexer.Kind.PARAMETER ? 1 : 0;
    int length = piece.closed() ? piece.text().codePointCount(0, piece.text().length()) : 1;
    return new Span(start, start + length + dollar);
  }
}
