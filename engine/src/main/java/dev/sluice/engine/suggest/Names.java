package dev.sluice.engine.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the name of a column or table lets one guess. */
final class Names {

  private static final Set<String> KEYS = Set.of("id", "uuid", "guid", "key", "sku");
  private static final Set<String> LAST = Set.of("code", "number", "nr", "no", "ref", "reference");

  private Names() {}

  /** The words of a name, in lower case: {@code customerId} and {@code customer_id} have two. */
  static List<String> words(String name) {
    String apart = name.replaceAll("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})", " ");
    List<String> words = new ArrayList<>();
    for (String word : apart.split("[^\\p{L}\\p{Nd}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** Whether a column of the name holds identities, which have no order and no other meaning. */
  static boolean isIdentity(String column) {
    return words(column).stream().anyMatch(KEYS::contains);
  }

  /** Whether a column of the name identifies something: also by numbers and codes. */
  static boolean isKey(String column) {
    List<String> words = words(column);
    return isIdentity(column) || (!words.isEmpty() && LAST.contains(words.get(words.size() - 1)));
  }

  /** Whether a column of the name is meant to hold a table's key. */
  static boolean refers(String column, String table, String key) {
    List<String> words = words(column);
    List<String> keyWords = words(key);
    List<String> one = words(singular(table));
    List<String> both = new ArrayList<>(one);
    both.addAll(keyWords);
    boolean same = words.equals(keyWords) && !keyWords.equals(List.of("id"));
    return same || words.equals(one) || (!words.isEmpty() && endsWith(words, both));
  }

  private static boolean endsWith(List<String> words, List<String> end) {
    int from = words.size() - end.size();
    return from >= 0 && words.subList(from, words.size()).equals(end);
  }

  /** Of the words for tables that English forms regularly: customers, countries, addresses. */
  private static String singular(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + "y";
    }
    boolean hissing = lower.matches(".*(ss|x|ch|sh)es");
    return hissing
        ? name.substring(0, name.length() - 2)
        : lower.endsWith("s") && !lower.endsWith("ss")
            ? name.substring(0, name.length() - 1)
            : name;
  }
}
