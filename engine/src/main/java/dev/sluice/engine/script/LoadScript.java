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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ETL step written in SQL: its statements, with `$name` outside quotes bound as a value. What
 * would end the gate's transaction is refused.
 */
public final class LoadScript {

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
    Optional<StepRefusal> refusal = StepRefusal.of(pieces, definitionsCommit);
    if (refusal.isPresent()) {
      StepRefusal why = refusal.get();
      Diagnostic diagnostic = Diagnostic.error(Code.E0603, why.message(), file, span(why.at()));
      diagnostic = why.caret().isEmpty() ? diagnostic : diagnostic.caret(why.caret());
      diagnostics.add(why.help().isEmpty() ? diagnostic : diagnostic.help(why.help()));
    }
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
