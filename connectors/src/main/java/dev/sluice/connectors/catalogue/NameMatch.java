package dev.sluice.connectors.catalogue;

import java.util.List;

/** Picks the places that a name could mean: exact spelling before another case. */
public final class NameMatch {

  private NameMatch() {}

  /**
   * The places that a name could mean.
   *
   * @param paths places in the catalogue's spelling, outermost part first
   * @param parts the name, outermost part first; compared from the last part outwards
   * @return the places whose last part is spelled exactly so, when there are any or {@code
   *     exactCase} is set, else those that differ in case alone; narrowed by the outer parts in the
   *     same way
   */
  public static List<List<String>> choose(
      List<List<String>> paths, List<String> parts, boolean exactCase) {
    List<List<String>> left = paths;
    for (int depth = 1; depth <= parts.size(); depth++) {
      left = narrowed(left, depth, parts.get(parts.size() - depth), exactCase);
    }
    return left;
  }

  private static List<List<String>> narrowed(
      List<List<String>> paths, int depth, String part, boolean exactCase) {
    List<List<String>> deep = paths.stream().filter(path -> path.size() >= depth).toList();
    List<List<String>> exact =
        deep.stream().filter(path -> path.get(path.size() - depth).equals(part)).toList();
    if (exactCase || !exact.isEmpty()) {
      return exact;
    }
    return deep.stream()
        .filter(path -> path.get(path.size() - depth).equalsIgnoreCase(part))
        .toList();
  }
}
