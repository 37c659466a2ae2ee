package dev.sluice.engine.script;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The relations that a query reads, by the words after {@code from} and {@code join}. The name of
 * one, used where a value stands, is a row with all its columns.
 */
final class Relations {

  private static final Set<String> NO_ALIASES =
      Set.of(
          "where",
          "on",
          "using",
          "join",
          "left",
          "right",
          "inner",
          "outer",
          "full",
          "cross",
          "natural",
          "group",
          "order",
          "limit",
          "having",
          "union",
          "intersect",
          "except",
          "select",
          "lateral",
          "window",
          "qualify",
          "offset",
          "fetch");

  private final List<String> words;
  private final Set<String> names = new HashSet<>();
  private final Set<Integer> places = new HashSet<>();
  private boolean renamed;

  /**
   * @param words in lower case, names without their quotes
   */
  Relations(List<String> words) {
    this.words = words;
    for (int at = 0; at < words.size(); at++) {
      if (word(at).equals("join") || (word(at).equals("from") && !isOfAFunction(at))) {
        read(at + 1);
      }
    }
  }

  static boolean isName(String word) {
    return !word.isEmpty() && (Character.isLetter(word.charAt(0)) || word.charAt(0) == '_');
  }

  /** Whether one of them is taken as a value, or its columns are given other names by a list. */
  boolean areValues() {
    for (int at = 0; at < words.size(); at++) {
      boolean path = word(at + 1).equals(".") || word(at - 1).equals(".");
      // A query that is given this name, or a function of that name.
      boolean defined = word(at + 1).equals("(") || (word(at + 1).equals("as") && opens(at + 2));
      if (names.contains(word(at)) && !places.contains(at) && !path && !defined) {
        return true;
      }
    }
    return renamed;
  }

  private boolean opens(int at) {
    return Set.of("(", "materialized", "not").contains(word(at));
  }

  private String word(int at) {
    return at < 0 || at >= words.size() ? "" : words.get(at);
  }

  // `extract(year from at)`, `is distinct from b`.
  private boolean isOfAFunction(int from) {
    return word(from - 1).equals("distinct")
        || (word(from - 2).equals("(")
            && isName(word(from - 1))
            && !word(from - 1).equals("select"));
  }

  private void read(int from) {
    int at = from;
    while (isName(word(at))) {
      while (word(at + 1).equals(".")) {
        at += 2;
      }
      take(at++);
      boolean named = word(at).equals("as");
      at += named ? 1 : 0;
      if (isName(word(at)) && (named || !NO_ALIASES.contains(word(at)))) {
        take(at++);
        renamed |= word(at).equals("(");
      }
      if (!word(at).equals(",")) {
        return;
      }
      at++;
    }
  }

  private void take(int at) {
    names.add(word(at));
    places.add(at);
  }
}
