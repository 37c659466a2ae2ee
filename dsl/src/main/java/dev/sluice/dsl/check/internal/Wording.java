package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Printer;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of messages. */
public final class Wording {

  private static final int SHOWN = 60;
  private static final int COLUMNS = 10;

  private Wording() {}

  /** A node in its one spelling and in backticks, cut when it is long. */
  public static String of(Node node) {
    return quoted(plain(node));
  }

  /** A node in its one spelling. */
  public static String plain(Node node) {
    return Printer.check(node);
  }

  /** User text in backticks, cut when it is long. */
  public static String quoted(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? "`" + text + "`"
        : "`" + text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "...`";
  }

  /** The word of a type for people. */
  public static String of(Type type) {
    return Unknown.is(type) ? "not known" : type.text();
  }

  /** {@code a, b and c}. */
  public static String list(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** The first columns of a table. */
  public static String columns(Table table) {
    String first =
        table.columns().stream()
            .limit(COLUMNS)
            .map(each -> "`" + each.name() + "`")
            .collect(Collectors.joining(", "));
    return table.columns().size() > COLUMNS ? first + "..." : first;
  }

  /** {@code text and integer}. */
  static String types(Collection<Type> types) {
    return list(types.stream().map(Wording::of).collect(Collectors.toList()));
  }

  /** Advice joined, the empty ones left out. */
  public static String advice(String... parts) {
    return List.of(parts).stream()
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
