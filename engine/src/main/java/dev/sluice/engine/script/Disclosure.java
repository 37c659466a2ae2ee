package dev.sluice.engine.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How far the rows of a query of {@code sql:} may be shown where columns are sensitive. The query
 * is not understood, and it can give a value another name: so what may be such a value counts as
 * one.
 */
public enum Disclosure {
  /** It reads no sensitive column: all its columns may be shown. */
  ALL,
  /**
   * It takes whatever columns there are, or lists a sensitive one under its own name: those may be
   * shown that are named as plain ones.
   */
  BY_NAME,
  /** It uses a sensitive column otherwise, or takes whole rows as values: nothing may be shown. */
  NOTHING;

  private static final Set<String> TOGETHER = Set.of("union", "intersect", "except", "minus");
  private static final Set<String> BEFORE_QUERIES = Set.of("(", "union", "all", "intersect");
  private static final Set<String> ITEM_BEFORE = Set.of("select", "distinct", ",");
  private static final Set<String> MANY =
      Set.of("columns", "table", "pivot", "unpivot", "summarize", "describe", "#");
  private static final Set<String> BETWEEN_BRACKETS =
      Set.of(
          "and", "or", "not", "in", "exists", "over", "filter", "within", "where", "on", "when",
          "then", "else", "using", "having", "by", "select");

  /** What the text of a query, in any database's SQL, allows to be shown. */
  public static Disclosure of(String text, Collection<String> sensitive) {
    if (sensitive.isEmpty()) {
      return ALL;
    }
    // Texts, comments and odd names too: a function may read a name from a text.
    long mentions = sensitive.stream().mapToLong(each -> mentions(text, each)).sum();
    boolean odd =
        sensitive.stream()
                .filter(each -> !doubled(each).equals(each))
                .anyMatch(each -> mentions(text, doubled(each)) > 0)
            || text.toLowerCase(Locale.ROOT).contains("u&\"");
    List<String> words = words(text);
    if (mentions > 0 || odd) {
      boolean own = !odd && !new Relations(words).areValues();
      return own && listed(words, sensitive) == mentions ? BY_NAME : NOTHING;
    }
    boolean whole = takesColumnsAsTheyAre(words);
    return new Relations(words).areValues() || (whole && isRenamed(words))
        ? NOTHING
        : whole ? BY_NAME : ALL;
  }

  // The name as it stands within quotes, where that is another.
  private static String doubled(String name) {
    return name.replace("\"", "\"\"").replace("`", "``");
  }

  private static long mentions(String text, String name) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .results()
        .count();
  }

  // How often one is listed in the only `select` as it is: there it keeps its name.
  private static long listed(List<String> words, Collection<String> sensitive) {
    int from = words.indexOf("from");
    boolean one =
        words.indexOf("select") == 0
            && words.lastIndexOf("select") == 0
            && from == words.lastIndexOf("from")
            && words.stream().noneMatch(TOGETHER::contains)
            && words.stream().noneMatch(MANY::contains);
    long listed = 0;
    int depth = 0;
    for (int at = 1; one && at < from; at++) {
      String word = words.get(at);
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      int first = words.get(at - 1).equals(".") ? at - 2 : at;
      boolean item =
          first > 0
              && ITEM_BEFORE.contains(words.get(first - 1))
              && (at + 1 == from || words.get(at + 1).equals(","));
      listed += depth == 0 && item && sensitive.stream().anyMatch(word::equalsIgnoreCase) ? 1 : 0;
    }
    return listed;
  }

  // What is between spaces and comments, in lower case, names without their quotes.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (SqlLexer.Piece piece : SqlLexer.cut(text)) {
      if (piece.kind() != SqlLexer.Kind.SPACE && piece.kind() != SqlLexer.Kind.COMMENT) {
        String word = piece.text().toLowerCase(Locale.ROOT);
        boolean name = word.length() > 2 && (word.startsWith("\"") || word.startsWith("`"));
        words.add(name ? word.substring(1, word.length() - 1) : word);
      }
    }
    return words;
  }

  // A star, but for that of `count(*)`; no `select` to name columns after; words that mean many.
  private static boolean takesColumnsAsTheyAre(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      boolean counts = at > 1 && words.get(at - 1).equals("(") && words.get(at - 2).equals("count");
      boolean bare = at == 0 || BEFORE_QUERIES.contains(words.get(at - 1));
      if ((word.equals("*") && !counts) || (word.equals("from") && bare) || MANY.contains(word)) {
        return true;
      }
    }
    return false;
  }

  // Columns take the names of another query, or those of a list: `q(a, b)`.
  private static boolean isRenamed(List<String> words) {
    for (int at = 2; at < words.size(); at++) {
      boolean list =
          words.get(at).equals("(")
              && (words.get(at - 1).equals("as")
                  ? words.get(at - 2).equals(")")
                  : words.get(at - 2).equals("as")
                      || (words.get(at - 2).equals(")")
                          && Relations.isName(words.get(at - 1))
                          && !BETWEEN_BRACKETS.contains(words.get(at - 1))));
      if (list || TOGETHER.contains(words.get(at))) {
        return true;
      }
    }
    return false;
  }
}
