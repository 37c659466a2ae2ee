package dev.sluice.dsl.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of the language that cannot be a name without double quotes. */
public final class Words {

  /** In the order in which the language's description lists them. */
  public static final List<String> RESERVED =
      List.of(
          "and", "or", "not", "in", "is", "between", "like", "matches", "null", "true", "false",
          "where", "per", "for", "except", "else", "within", "of");

  /** Metrics that are written without brackets; a column of that name takes double quotes. */
  public static final Set<String> METRICS = Set.of("row_count", "column_count");

  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Nd}\\p{M}_]*");

  private Words() {}

  /** Whether a word is reserved, in any case. */
  public static boolean isReserved(String word) {
    return RESERVED.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a text can stand as a column's name without double quotes. */
  public static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches()
        && !isReserved(text)
        && !METRICS.contains(text.toLowerCase(Locale.ROOT));
  }
}
