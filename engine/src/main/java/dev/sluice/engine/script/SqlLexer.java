package dev.sluice.engine.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into pieces as far as it must be understood to find its statements: quoted texts and
 * names, dollar quotes, comments (block comments nest), parameters and the rest. It never fails: a
 * quote that is not closed runs to the end.
 */
final class SqlLexer {

  /** What a piece is. */
  enum Kind {
    /** A word or number. */
    WORD,
    /** A text or name in quotes of any kind. */
    QUOTED,
    COMMENT,
    /** {@code $name}; the text is without the dollar. */
    PARAMETER,
    SEMICOLON,
    SPACE,
    OTHER
  }

  /**
   * A piece; {@code start} counts characters.
   *
   * @param closed false for a quote or comment that never ends
   */
  record Piece(Kind kind, String text, int start, boolean closed) {}

  private final String sql;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  private SqlLexer(String sql) {
    this.sql = sql;
  }

  static List<Piece> cut(String sql) {
    SqlLexer lexer = new SqlLexer(sql);
    while (lexer.at < sql.length()) {
      lexer.next();
    }
    return lexer.pieces;
  }

  private void next() {
    char first = sql.charAt(at);
    if (first == '\'' || first == '"' || first == '`') {
      quoted(first);
    } else if (sql.startsWith("--", at)) {
      upTo(Kind.COMMENT, end(sql.indexOf('\n', at)));
    } else if (sql.startsWith("/*", at)) {
      block();
    } else if (first == '$') {
      dollar();
    } else if (first == ';') {
      upTo(Kind.SEMICOLON, at + 1);
    } else if (Character.isWhitespace(first)) {
      upTo(Kind.SPACE, at + 1);
    } else if (isWord(first)) {
      word();
    } else {
      upTo(Kind.OTHER, at + 1);
    }
  }

  private static boolean isWord(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }

  private int end(int found) {
    return found < 0 ? sql.length() : found;
  }

  private void upTo(Kind kind, int end) {
    add(kind, end, true);
  }

  private void add(Kind kind, int end, boolean closed) {
    pieces.add(new Piece(kind, sql.substring(at, end), at, closed));
    at = end;
  }

  private void word() {
    int end = at;
    while (end < sql.length() && (isWord(sql.charAt(end)) || sql.charAt(end) == '$')) {
      end++;
    }
    // PostgreSQL's E'...' is the one text in which a backslash escapes.
    boolean escapes =
        end - at == 1
            && (sql.charAt(at) == 'e' || sql.charAt(at) == 'E')
            && end < sql.length()
            && sql.charAt(end) == '\'';
    if (escapes) {
      escaped(end + 1);
    } else {
      upTo(Kind.WORD, end);
    }
  }

  private void escaped(int from) {
    int end = from;
    while (end < sql.length() && sql.charAt(end) != '\'') {
      end += sql.charAt(end) == '\\' ? 2 : 1;
    }
    boolean closed = end < sql.length();
    add(Kind.QUOTED, Math.min(end + 1, sql.length()), closed);
  }

  // A doubled quote ends one text and begins the next: both are quoted, so nothing is lost.
  private void quoted(char quote) {
    int close = sql.indexOf(quote, at + 1);
    add(Kind.QUOTED, close < 0 ? sql.length() : close + 1, close >= 0);
  }

  private void block() {
    int depth = 1;
    int end = at + 2;
    while (end < sql.length() && depth > 0) {
      if (sql.startsWith("/*", end)) {
        depth++;
        end += 2;
      } else if (sql.startsWith("*/", end)) {
        depth--;
        end += 2;
      } else {
        end++;
      }
    }
    add(Kind.COMMENT, end, depth == 0);
  }

  private void dollar() {
    int end = at + 1;
    while (end < sql.length() && isWord(sql.charAt(end))) {
      end++;
    }
    if (end < sql.length() && sql.charAt(end) == '$' && !startsWithDigit(end)) {
      String tag = sql.substring(at, end + 1);
      int close = sql.indexOf(tag, end + 1);
      add(Kind.QUOTED, close < 0 ? sql.length() : close + tag.length(), close >= 0);
    } else if (end == at + 1 || startsWithDigit(end)) {
      upTo(Kind.OTHER, end);
    } else {
      pieces.add(new Piece(Kind.PARAMETER, sql.substring(at + 1, end), at, true));
      at = end;
    }
  }

  private boolean startsWithDigit(int end) {
    return at + 1 < end && Character.isDigit(sql.charAt(at + 1));
  }
}
