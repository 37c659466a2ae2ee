package dev.sluice.engine.explain;

import java.util.List;

/** Lists as a sentence has them. */
final class Words {

  private Words() {}

  /** {@code a, b or c}. */
  static String joined(List<String> parts, String last) {
    int size = parts.size();
    return size < 2
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, size - 1)) + last + parts.get(size - 1);
  }
}
