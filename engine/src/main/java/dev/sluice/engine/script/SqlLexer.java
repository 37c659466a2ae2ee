package dev.sluice.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts SQL into pieces as far as it must be understood to find its statements: quoted texts and
 * names, dollar quotes, comments (block comments nest), parameters and the rest. It never fails: a
 * quote that is not closed runs to the end.
 *
 * <p>What one database takes for a quote or comment and another does not is {@link Kind#UNCLEAR},
 * wherever the difference could hide a statement: such a text must not be run at all.
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
    OTHER,
    /** Databases do not agree on what this is, or on where it ends. */
    UNCLEAR
  }

  /**
   * A piece; {@code start} counts characters.
   *
   * @param closed false for a quote or comment that never ends
   */
  record Piece(Kind kind, String text, int start, boolean closed) {

    /** What keeps this piece from being run, in words; empty when nothing does. */
    Optional<String> flaw() {
      if (!closed) {
        return Optional.of("a quote or comment that is not closed");
      }
      return kind == Kind.UNCLEAR
          ? Optional.of("databases read this in different ways")
          : Optional.empty();
    }
  }

  private static final char DELETE = 0x7F;

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
    if (first == '\'' || first == '"') {
      quoted(first);
    } else if (first == '`') {
      backtick();
    } else if (sql.startsWith("--", at)) {
      line();
    } else if (sql.startsWith("/*", at)) {
      block();
    } else if (first == '$') {
      dollar();
    } else if (first == ';') {
      upTo(Kind.SEMICOLON, at + 1);
    } else if (isSpace(first)) {
      upTo(Kind.SPACE, at + 1);
    } else if (isWord(first)) {
      word();
    } else {
      upTo(first > ' ' && first < DELETE ? Kind.OTHER : Kind.UNCLEAR, at + 1);
    }
  }

  // Further ones are spaces here and letters there.
  private static boolean isSpace(char character) {
    return " \t\n\r\f".indexOf(character) >= 0;
  }

  // Databases take every sign beyond ASCII for a letter, but for spaces and what cannot be seen.
  private static boolean isWord(char character) {
    return character < DELETE
        ? Character.isLetterOrDigit(character) || character == '_'
        : !Character.isWhitespace(character)
            && !Character.isSpaceChar(character)
            && !Character.isISOControl(character)
            && Character.getType(character) != Character.FORMAT;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
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
    boolean number = isDigit(sql.charAt(at));
    int end = at;
    while (end < sql.length() && (isWord(sql.charAt(end)) || (sql.charAt(end) == '$' && !number))) {
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

  // A doubled quote within it is one sign for servers, and its end for PostgreSQL's driver.
  private void escaped(int from) {
    int end = from;
    boolean doubled = false;
    while (end < sql.length() && (sql.charAt(end) != '\'' || sql.startsWith("''", end))) {
      doubled |= sql.charAt(end) == '\'';
      end += sql.charAt(end) == '\\' || sql.charAt(end) == '\'' ? 2 : 1;
    }
    boolean closed = end < sql.length();
    boolean clear = !doubled && !isContinued(end + 1);
    add(clear ? Kind.QUOTED : Kind.UNCLEAR, Math.min(end + 1, sql.length()), closed);
  }

  // Two texts with a line end between them are one: for PostgreSQL the second then escapes as the
  // first does, for DuckDB and for PostgreSQL's driver it does not.
  private boolean isContinued(int from) {
    int next = from;
    boolean newLine = false;
    while (next < sql.length()) {
      if (sql.startsWith("--", next)) {
        next = end(sql.indexOf('\n', next));
      } else if (isSpace(sql.charAt(next))) {
        newLine |= sql.charAt(next) == '\n' || sql.charAt(next) == '\r';
        next++;
      } else {
        return newLine && sql.charAt(next) == '\'';
      }
    }
    return false;
  }

  // A doubled quote ends one text and begins the next: both are quoted, so nothing is lost.
  private void quoted(char quote) {
    int close = sql.indexOf(quote, at + 1);
    add(Kind.QUOTED, close < 0 ? sql.length() : close + 1, close >= 0);
  }

  // A name for some, an operator for others: clear only where nothing but a name is inside.
  private void backtick() {
    int close = sql.indexOf('`', at + 1);
    int end = close < 0 ? sql.length() : close + 1;
    boolean name = close >= 0 && isPlain(sql.substring(at + 1, close));
    add(name ? Kind.QUOTED : Kind.UNCLEAR, end, close >= 0);
  }

  // Whether a carriage return alone ends a line is seen in different ways.
  private void line() {
    int end = end(sql.indexOf('\n', at));
    String text = sql.substring(at, end);
    int carriage = text.indexOf('\r');
    boolean clear = carriage < 0 || (carriage == text.length() - 1 && end < sql.length());
    upTo(clear ? Kind.COMMENT : Kind.UNCLEAR, end);
  }

  private void block() {
    int first = sql.indexOf("*/", at + 2);
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
    // Where comments do not nest the first end is the end.
    boolean clear =
        first + 2 == end || (first + 4 <= end && isPlain(sql.substring(first + 2, end - 2)));
    // In a comment like this MySQL runs what stands in it.
    boolean runs = sql.startsWith("/*!", at) || sql.startsWith("/*M!", at);
    add(clear && !runs ? Kind.COMMENT : Kind.UNCLEAR, end, depth == 0);
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(each -> isWord((char) each) || each == ' ' || each == '\n');
  }

  private void dollar() {
    int end = at + 1;
    while (end < sql.length() && isWord(sql.charAt(end))) {
      end++;
    }
    boolean digit = at + 1 < end && isDigit(sql.charAt(at + 1));
    if (at > 0 && isWord(sql.charAt(at - 1))) {
      // Behind a number it begins a quote for the server and none for its driver.
      upTo(Kind.UNCLEAR, end);
    } else if (end < sql.length() && sql.charAt(end) == '$' && !digit) {
      String tag = sql.substring(at, end + 1);
      int close = sql.indexOf(tag, end + 1);
      boolean clear = tag.chars().allMatch(each -> each < DELETE);
      add(
          clear ? Kind.QUOTED : Kind.UNCLEAR,
          close < 0 ? sql.length() : close + tag.length(),
          close >= 0);
    } else if (end == at + 1 || digit) {
      upTo(Kind.OTHER, end);
    } else {
      pieces.add(new Piece(Kind.PARAMETER, sql.substring(at + 1, end), at, true));
      at = end;
    }
  }
}
