package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.DidYouMean;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys that are not known, and which of the known ones they were meant as. */
final class ForeignKeys {

  private static final Set<String> CLAUSES =
      Set.of("where", "per", "for", "except", "else", "policy", "severity", "tolerance", "action");

  // What other tools call the keys of a suite.
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("checks", "expect"),
          Map.entry("tests", "expect"),
          Map.entry("rules", "expect"),
          Map.entry("assertions", "expect"),
          Map.entry("constraints", "expect"),
          Map.entry("expectations", "expect"),
          Map.entry("dataset", "table"),
          Map.entry("source", "table"),
          Map.entry("model", "table"),
          Map.entry("filter", "where"),
          Map.entry("vars", "params"),
          Map.entry("variables", "params"),
          Map.entry("parameters", "params"),
          Map.entry("predicates", "define"),
          Map.entry("target", "publish"),
          Map.entry("reason", "because"),
          Map.entry("to", "into"),
          Map.entry("severity", "policy"));

  private ForeignKeys() {}

  /** The known keys that are near, else the one that other tools call so. */
  static List<String> meant(String key, List<String> known) {
    List<String> near = DidYouMean.suggest(key, known);
    String meant = OTHERS.getOrDefault(key, "");
    return near.isEmpty() && known.contains(meant) ? List.of(meant) : near;
  }

  /** Whether a key of a line is a clause, which stands in the sentence. */
  static boolean isClause(String key, List<String> known) {
    return known.equals(LineReading.LONG) && CLAUSES.contains(key);
  }
}
