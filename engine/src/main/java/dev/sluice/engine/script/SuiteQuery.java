package dev.sluice.engine.script;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a query of {@code sql:}, which runs as it is written. It is understood only as far as
 * it takes to see that it is one statement, that it begins as a query does, and that it stays
 * within the brackets that are put around it.
 */
public final class SuiteQuery {

  private static final Set<String> READS = Set.of("select", "with", "from", "values");
  private static final String FORM = "a query begins with `select`, `with`, `from` or `values`";

  private final Scalar text;
  private final Diagnostics diagnostics;
  private final List<SqlLexer.Piece> pieces;

  private SuiteQuery(Scalar text, Diagnostics diagnostics) {
    this.text = text;
    this.diagnostics = diagnostics;
    this.pieces = SqlLexer.cut(text.value());
  }

  /** Refuses what is not one query; the first thing wrong is told. */
  public static void check(Scalar text, Diagnostics diagnostics) {
    new SuiteQuery(text, diagnostics).check();
  }

  /** The statement alone, without the semicolon at its end and what comes after that. */
  public static String statement(String text) {
    for (SqlLexer.Piece piece : SqlLexer.cut(text)) {
      if (piece.kind() == SqlLexer.Kind.SEMICOLON) {
        return text.substring(0, piece.start());
      }
    }
    return text;
  }

  private void check() {
    List<SqlLexer.Piece> words = pieces.stream().filter(SuiteQuery::counts).toList();
    if (words.isEmpty() || words.get(0).kind() == SqlLexer.Kind.SEMICOLON) {
      diagnostics.add(
          Diagnostic.error(
                  Code.E0603, "the query holds no statement", text, new Span(0, length(text)))
              .help(FORM));
      return;
    }
    SqlLexer.Piece first = words.get(0);
    if (first.flaw().isEmpty() && !READS.contains(first.text().toLowerCase(Locale.ROOT))) {
      diagnostics.add(
          error("`" + first.text() + "` does not begin a query", first)
              .help(FORM + ", and its rows are the violations"));
      return;
    }
    int depth = 0;
    boolean ended = false;
    for (int index = 0; index < words.size(); index++) {
      SqlLexer.Piece piece = words.get(index);
      Optional<String> reach = Reach.refusal(words, index);
      depth += piece.text().equals("(") ? 1 : piece.text().equals(")") ? -1 : 0;
      if (piece.flaw().isPresent()) {
        diagnostics.add(error(piece.flaw().get(), piece));
        return;
      } else if (ended && piece.kind() != SqlLexer.Kind.SEMICOLON) {
        diagnostics.add(
            error("a second statement", piece)
                .help("a query is one statement: make this an entry of its own"));
        return;
      } else if (depth < 0) {
        diagnostics.add(error("`)` closes nothing", piece));
        return;
      } else if (reach.isPresent()) {
        diagnostics.add(error(reach.get(), piece));
        return;
      }
      ended |= piece.kind() == SqlLexer.Kind.SEMICOLON;
    }
    if (depth > 0) {
      SqlLexer.Piece open = lastOpen(words);
      diagnostics.add(error("`(` is not closed", open).help("close it with `)`"));
    }
  }

  /** The bracket that is still open at the end. */
  private static SqlLexer.Piece lastOpen(List<SqlLexer.Piece> words) {
    int depth = 0;
    for (int index = words.size() - 1; index > 0; index--) {
      String piece = words.get(index).text();
      depth += piece.equals(")") ? 1 : piece.equals("(") ? -1 : 0;
      if (depth < 0) {
        return words.get(index);
      }
    }
    return words.get(0);
  }

  private static boolean counts(SqlLexer.Piece piece) {
    boolean open = piece.kind() == SqlLexer.Kind.COMMENT && !piece.closed();
    return open || (piece.kind() != SqlLexer.Kind.SPACE && piece.kind() != SqlLexer.Kind.COMMENT);
  }

  private Diagnostic error(String message, SqlLexer.Piece piece) {
    int start = text.value().codePointCount(0, piece.start());
    int length = piece.closed() ? piece.text().codePointCount(0, piece.text().length()) : 1;
    return Diagnostic.error(Code.E0603, message, text, new Span(start, start + length));
  }

  private static int length(Scalar text) {
    return text.value().codePointCount(0, text.value().length());
  }
}
