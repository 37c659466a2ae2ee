package dev.sluice.engine.script;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a query may not hold although it begins as one: built-in functions by which some databases
 * reach files, servers and other sessions, from where no transaction takes anything back, and the
 * tables of H2 that change rows while they are read. A name in quotes calls the same function.
 */
final class Reach {

  private static final Set<String> OUTSIDE =
      Set.of(
          // H2
          "abort_session",
          "cancel_session",
          "csvread",
          "csvwrite",
          "file_read",
          "file_write",
          "link_schema",
          // MariaDB
          "load_file",
          // PostgreSQL
          "dblink",
          "dblink_exec",
          "lo_export",
          "lo_import",
          "pg_cancel_backend",
          "pg_read_binary_file",
          "pg_read_file",
          "pg_terminate_backend",
          // SQLite
          "load_extension",
          "readfile",
          "writefile");

  private static final Set<String> CHANGES = Set.of("final", "new", "old");

  private Reach() {}

  /**
   * Why a word may not stand where it stands.
   *
   * @param words the query without spaces and comments
   */
  static Optional<String> refusal(List<SqlLexer.Piece> words, int at) {
    if (!textAt(words, at + 1).equals("(")) {
      return Optional.empty();
    }
    String name = name(words.get(at));
    if (OUTSIDE.contains(name)) {
      return Optional.of("`" + name + "` reaches beyond the database");
    }
    if (textAt(words, at).startsWith("\"") && textAt(words, at - 1).equals("&")) {
      return Optional.of("a function's name may not be written in escapes");
    }
    String before = at == 0 ? "" : name(words.get(at - 1));
    return name.equals("table") && CHANGES.contains(before)
        ? Optional.of("`" + before + " table` changes rows, and a query only reads")
        : Optional.empty();
  }

  private static String textAt(List<SqlLexer.Piece> words, int at) {
    return at >= 0 && at < words.size() ? words.get(at).text() : "";
  }

  private static String name(SqlLexer.Piece piece) {
    String text = piece.text();
    boolean quoted = text.length() > 1 && "\"`".indexOf(text.charAt(0)) >= 0;
    return (quoted ? text.substring(1, text.length() - 1) : text).toLowerCase(Locale.ROOT);
  }
}
