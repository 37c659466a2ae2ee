package dev.sluice.engine.script;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a text may not hold although it begins as it should: built-in functions by which some
 * databases reach files, servers and other sessions, from where no transaction takes anything back,
 * or give up the gate's lock; and in a query the tables of H2 that change rows while they are read.
 * A name in quotes calls the same function.
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
          "release_all_locks",
          "release_lock",
          // PostgreSQL
          "dblink",
          "dblink_connect",
          "dblink_exec",
          "dblink_send_query",
          "lo_export",
          "lo_import",
          "pg_advisory_unlock",
          "pg_advisory_unlock_all",
          "pg_cancel_backend",
          "pg_ls_dir",
          "pg_read_binary_file",
          "pg_read_file",
          "pg_reload_conf",
          "pg_stat_file",
          "pg_terminate_backend",
          // SQLite
          "load_extension",
          "readfile",
          "writefile");

  private static final Set<String> FILES = Set.of("outfile", "dumpfile");

  private static final Set<String> CHANGES = Set.of("final", "new", "old");

  private Reach() {}

  /**
   * Why a word may not stand where it stands in a query.
   *
   * @param words the query without spaces and comments
   */
  static Optional<String> refusal(List<SqlLexer.Piece> words, int at) {
    String before = nameAt(words, at - 1);
    boolean changes =
        nameAt(words, at).equals("table") && opens(words, at + 1) && CHANGES.contains(before);
    return changes
        ? Optional.of("`" + before + " table` changes rows, and a query only reads")
        : outside(words, at);
  }

  /**
   * Why a word may not stand where it stands in any statement.
   *
   * @param words the statement without spaces and comments
   */
  static Optional<String> outside(List<SqlLexer.Piece> words, int at) {
    String name = nameAt(words, at);
    if (FILES.contains(name) && nameAt(words, at - 1).equals("into")) {
      return Optional.of("`into " + name + "` writes a file");
    }
    if (!opens(words, at + 1)) {
      return Optional.empty();
    }
    if (OUTSIDE.contains(name)) {
      return Optional.of("`" + name + "` reaches beyond the database");
    }
    return textAt(words, at).startsWith("\"") && textAt(words, at - 1).equals("&")
        ? Optional.of("a function's name may not be written in escapes")
        : Optional.empty();
  }

  private static boolean opens(List<SqlLexer.Piece> words, int at) {
    return textAt(words, at).equals("(");
  }

  private static String textAt(List<SqlLexer.Piece> words, int at) {
    return at >= 0 && at < words.size() ? words.get(at).text() : "";
  }

  private static String nameAt(List<SqlLexer.Piece> words, int at) {
    String text = textAt(words, at);
    boolean quoted = text.length() > 1 && "\"`".indexOf(text.charAt(0)) >= 0;
    return (quoted ? text.substring(1, text.length() - 1) : text).toLowerCase(Locale.ROOT);
  }
}
