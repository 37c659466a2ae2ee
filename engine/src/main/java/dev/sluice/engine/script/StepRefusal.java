package dev.sluice.engine.script;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why a statement may not stand in a load script: it would end the gate's transaction, reach where
 * no transaction takes anything back, or change what the session means by SQL.
 *
 * @param at what is at fault
 */
record StepRefusal(SqlLexer.Piece at, String message, String caret, String help) {

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

  private static final Set<String> COPIES_OUT = Set.of("to", "program");

  /** Other databases, files of the server, the server itself, and settings of SQLite. */
  private static final Set<String> OUTSIDE =
      Set.of(
          "attach",
          "backup",
          "checkpoint",
          "detach",
          "install",
          "kill",
          "pragma",
          "runscript",
          "script",
          "shutdown",
          "uninstall",
          "vacuum",
          "xa");

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

  /**
   * The first reason against a statement.
   *
   * @param pieces without spaces and comments
   * @param definitionsCommit whether the database commits at CREATE and its like
   */
  static Optional<StepRefusal> of(List<SqlLexer.Piece> pieces, boolean definitionsCommit) {
    // Signs in front of a statement that a database may skip do not hide it.
    List<SqlLexer.Piece> words =
        pieces.stream().filter(each -> each.kind() == SqlLexer.Kind.WORD).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String first = word(words, 0);
    if (endsTransaction(words)) {
      return refused(
          words,
          "may not stand in a load script",
          "the transaction is the gate's",
          "leave it out: the gate commits when everything is met, and undoes the step when not");
    }
    if (carriedOut(words).equals("copy") && copiesOut(pieces)) {
      return refused(
          words,
          "may only read files in a load script",
          "what it writes or starts outside the database stays when the load is undone",
          "write files after the gate has published");
    }
    if (OUTSIDE.contains(first)) {
      return refused(
          words,
          "may not stand in a load script",
          "no transaction takes it back",
          "a load script reads and writes the tables of its connection");
    }
    if (hides(words)) {
      return refused(
          words,
          "may not stand in a load script",
          "nobody can see what the text does that it runs",
          "write the statement itself");
    }
    if (definitionsCommit && setsSession(pieces)) {
      return refused(
          words,
          "may not stand in a load script",
          "the session is the gate's, which judges in it",
          "leave it out; `set @name = value` alone may stand");
    }
    if (definitionsCommit && DEFINES.contains(first)) {
      return refused(
          words,
          "would commit on this database",
          "",
          "make the table before the load, and only write rows in the script");
    }
    return reaches(pieces);
  }

  private static Optional<StepRefusal> refused(
      List<SqlLexer.Piece> words, String verb, String caret, String help) {
    SqlLexer.Piece at = words.get(0);
    return Optional.of(new StepRefusal(at, "`" + at.text() + "` " + verb, caret, help));
  }

  private static Optional<StepRefusal> reaches(List<SqlLexer.Piece> pieces) {
    for (int index = 0; index < pieces.size(); index++) {
      Optional<String> reach = Reach.outside(pieces, index);
      if (reach.isPresent()) {
        return Optional.of(
            new StepRefusal(pieces.get(index), reach.get(), "no transaction takes it back", ""));
      }
    }
    return Optional.empty();
  }

  private static boolean endsTransaction(List<SqlLexer.Piece> words) {
    String first = word(words, 0);
    String second = word(words, 1);
    return (first.equals("set") && SETS_TRANSACTION.contains(second))
        || (first.equals("prepare") && second.equals("transaction"))
        || ENDS_TRANSACTION.contains(carriedOut(words));
  }

  // TO and PROGRAM of a COPY, not those of a query within its brackets.
  private static boolean copiesOut(List<SqlLexer.Piece> pieces) {
    int depth = 0;
    for (SqlLexer.Piece piece : pieces) {
      depth += depthOf(piece);
      if (depth == 0
          && piece.kind() == SqlLexer.Kind.WORD
          && COPIES_OUT.contains(piece.text().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static int depthOf(SqlLexer.Piece piece) {
    return piece.text().equals("(") ? 1 : piece.text().equals(")") ? -1 : 0;
  }

  /** A statement that is made of a text: EXECUTE IMMEDIATE, and MariaDB's PREPARE s FROM. */
  private static boolean hides(List<SqlLexer.Piece> words) {
    String first = word(words, 0);
    if (first.equals("execute")) {
      return word(words, 1).equals("immediate");
    }
    if (first.equals("prepare")) {
      for (int index = 1; index < words.size() && !word(words, index).equals("as"); index++) {
        if (word(words, index).equals("from")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Anything but one variable of the script's own. */
  private static boolean setsSession(List<SqlLexer.Piece> pieces) {
    String first = pieces.get(0).text().toLowerCase(Locale.ROOT);
    if (!first.equals("set")) {
      return first.equals("use");
    }
    boolean variable =
        pieces.size() > 2
            && pieces.get(1).text().equals("@")
            && pieces.get(2).kind() == SqlLexer.Kind.WORD;
    int depth = 0;
    for (SqlLexer.Piece piece : pieces) {
      depth += depthOf(piece);
      variable &= depth > 0 || !piece.text().equals(",");
    }
    return !variable;
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
}
