package dev.sluice.dsl.type;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words for types that people write in {@code params:}, {@code schema:} and {@code tables:}:
 * the portable ones and what SQL calls them.
 */
public final class TypeWords {

  private static final Map<String, Type> WORDS =
      Map.ofEntries(
          Map.entry("text", Type.TEXT),
          Map.entry("string", Type.TEXT),
          Map.entry("varchar", Type.TEXT),
          Map.entry("char", Type.TEXT),
          Map.entry("character", Type.TEXT),
          Map.entry("character varying", Type.TEXT),
          Map.entry("integer", Type.INTEGER),
          Map.entry("int", Type.INTEGER),
          Map.entry("bigint", Type.INTEGER),
          Map.entry("smallint", Type.INTEGER),
          Map.entry("tinyint", Type.INTEGER),
          Map.entry("decimal", Type.DECIMAL),
          Map.entry("numeric", Type.DECIMAL),
          Map.entry("double", Type.DOUBLE),
          Map.entry("double precision", Type.DOUBLE),
          Map.entry("float", Type.DOUBLE),
          Map.entry("real", Type.DOUBLE),
          Map.entry("boolean", Type.BOOLEAN),
          Map.entry("bool", Type.BOOLEAN),
          Map.entry("date", Type.DATE),
          Map.entry("time", Type.TIME),
          Map.entry("timestamp", Type.TIMESTAMP),
          Map.entry("timestamp without time zone", Type.TIMESTAMP),
          Map.entry("datetime", Type.TIMESTAMP),
          Map.entry("timestamptz", Type.TIMESTAMPTZ),
          Map.entry("timestamp with time zone", Type.TIMESTAMPTZ),
          Map.entry("duration", Type.DURATION),
          Map.entry("interval", Type.DURATION),
          Map.entry("uuid", Type.UUID),
          Map.entry("json", Type.JSON),
          Map.entry("jsonb", Type.JSON),
          Map.entry("binary", Type.BINARY),
          Map.entry("varbinary", Type.BINARY),
          Map.entry("bytea", Type.BINARY),
          Map.entry("blob", Type.BINARY));

  private static final Pattern FORM =
      Pattern.compile("([a-z][a-z ]*[a-z]|[a-z]) ?(?:\\( ?(\\d{1,4}) ?(?:, ?(\\d{1,4}) ?)?\\))?");

  private TypeWords() {}

  /**
   * The type of a word, in any case, with or without its sizes: {@code decimal(12, 2)}, {@code
   * varchar(20)}. Only a decimal keeps its sizes. Nothing when the word is not known.
   */
  public static Optional<Type> find(String text) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<Type> type = Optional.ofNullable(WORDS.get(form.group(1)));
    if (form.group(2) == null) {
      return type;
    }
    int first = Integer.parseInt(form.group(2));
    int second = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
    return type.filter(each -> takesSizes(each, form.group(3) != null))
        .filter(each -> !each.is(Type.Family.DECIMAL) || (first > 0 && second <= first))
        .map(each -> each.is(Type.Family.DECIMAL) ? Type.decimal(first, second) : each);
  }

  private static boolean takesSizes(Type type, boolean two) {
    return switch (type.family()) {
      case DECIMAL -> true;
      case TEXT, BINARY, TIME, TIMESTAMP, TIMESTAMPTZ, DOUBLE -> !two;
      default -> false;
    };
  }

  /** Every word, for did-you-mean. */
  public static List<String> all() {
    return WORDS.keySet().stream().sorted().toList();
  }
}
