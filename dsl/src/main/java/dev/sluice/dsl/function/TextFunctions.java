package dev.sluice.dsl.function;

import static dev.sluice.dsl.function.Arguments.text;
import static dev.sluice.dsl.function.Arguments.value;
import static dev.sluice.dsl.function.Arguments.whole;
import static dev.sluice.dsl.function.Typings.INTEGER;
import static dev.sluice.dsl.function.Typings.TEXT;

import dev.sluice.dsl.pattern.JavaPatterns;
import dev.sluice.dsl.pattern.RegexParser;
import dev.sluice.dsl.pattern.RegexParser.Outcome;
import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;

/** Functions of text. A character is a Unicode code point everywhere. */
final class TextFunctions {

  private TextFunctions() {}

  static final List<Function> ALL =
      List.of(
          Define.strict(
              "length",
              "length(text)",
              "the number of characters",
              Typings.of(Type.INTEGER, List.of(TEXT)),
              (arguments, types, result) -> BigDecimal.valueOf(count(text(arguments, 0)))),
          Define.strict(
              "lower",
              "lower(text)",
              "each character in lower case, by Unicode's simple mapping, whatever the locale",
              Typings.of(Type.TEXT, List.of(TEXT)),
              (arguments, types, result) -> map(text(arguments, 0), Character::toLowerCase)),
          Define.strict(
              "upper",
              "upper(text)",
              "each character in upper case, by Unicode's simple mapping, whatever the locale",
              Typings.of(Type.TEXT, List.of(TEXT)),
              (arguments, types, result) -> map(text(arguments, 0), Character::toUpperCase)),
          Define.strict(
              "trim",
              "trim(text)",
              "without the spaces (U+0020 only) at both ends",
              Typings.of(Type.TEXT, List.of(TEXT)),
              (arguments, types, result) -> trimEnd(trimStart(text(arguments, 0)))),
          Define.strict(
              "ltrim",
              "ltrim(text)",
              "without the spaces (U+0020 only) at the start",
              Typings.of(Type.TEXT, List.of(TEXT)),
              (arguments, types, result) -> trimStart(text(arguments, 0))),
          Define.strict(
              "rtrim",
              "rtrim(text)",
              "without the spaces (U+0020 only) at the end",
              Typings.of(Type.TEXT, List.of(TEXT)),
              (arguments, types, result) -> trimEnd(text(arguments, 0))),
          Define.strict(
              "substring",
              "substring(text, start[, count])",
              "the characters at positions start to start + count - 1 that exist, counted from 1; a"
                  + " negative count gives the empty text",
              Typings.any(
                  Typings.of(Type.TEXT, List.of(TEXT, INTEGER)),
                  Typings.of(Type.TEXT, List.of(TEXT, INTEGER, INTEGER))),
              (arguments, types, result) ->
                  slice(
                      text(arguments, 0),
                      whole(arguments, 1) - 1L,
                      arguments.size() == 3
                          ? whole(arguments, 1) - 1L + whole(arguments, 2)
                          : Long.MAX_VALUE)),
          Define.strict(
              "left",
              "left(text, count)",
              "the first characters; a negative count leaves out as many at the end",
              Typings.of(Type.TEXT, List.of(TEXT, INTEGER)),
              (arguments, types, result) -> left(text(arguments, 0), whole(arguments, 1))),
          Define.strict(
              "right",
              "right(text, count)",
              "the last characters; a negative count leaves out as many at the start",
              Typings.of(Type.TEXT, List.of(TEXT, INTEGER)),
              (arguments, types, result) -> right(text(arguments, 0), whole(arguments, 1))),
          Define.strict(
              "replace",
              "replace(text, from, to)",
              "every occurrence of `from` replaced, from left to right; an empty `from` replaces"
                  + " nothing",
              Typings.of(Type.TEXT, List.of(TEXT, TEXT, TEXT)),
              (arguments, types, result) ->
                  text(arguments, 1).isEmpty()
                      ? text(arguments, 0)
                      : text(arguments, 0).replace(text(arguments, 1), text(arguments, 2))),
          Define.strict(
              Functions.REGEX_REPLACE,
              "regex_replace(text, 'pattern', to)",
              "every match of the pattern replaced, from left to right, by `to` as it stands; the"
                  + " pattern is one of `matches`, but without `|` and repeated groups, it matches"
                  + " no empty text, and a text in one way only; `^` and `$` are the value's ends",
              Typings.of(Type.TEXT, List.of(TEXT, TEXT, TEXT)),
              new Function.ConstantArgument(1, TextFunctions::patternComplaint),
              (arguments, types, result) ->
                  JavaPatterns.searched(text(arguments, 1))
                      .matcher(text(arguments, 0))
                      .replaceAll(Matcher.quoteReplacement(text(arguments, 2)))),
          Define.strict(
              "starts_with",
              "starts_with(text, prefix)",
              "true when the text begins with the prefix; every text begins with the empty one",
              Typings.of(Type.BOOLEAN, List.of(TEXT, TEXT)),
              (arguments, types, result) -> text(arguments, 0).startsWith(text(arguments, 1))),
          Define.strict(
              "ends_with",
              "ends_with(text, suffix)",
              "true when the text ends with the suffix; every text ends with the empty one",
              Typings.of(Type.BOOLEAN, List.of(TEXT, TEXT)),
              (arguments, types, result) -> text(arguments, 0).endsWith(text(arguments, 1))),
          Define.strict(
              "contains",
              "contains(text, part)",
              "true when the part occurs in the text; the empty text occurs in every one",
              Typings.of(Type.BOOLEAN, List.of(TEXT, TEXT)),
              (arguments, types, result) -> text(arguments, 0).contains(text(arguments, 1))),
          Define.strict(
              "concat",
              "concat(text, text, ...)",
              "the texts one after the other; null when one of them is null",
              types ->
                  types.size() >= 2 && types.stream().allMatch(TEXT)
                      ? Optional.of(Type.TEXT)
                      : Optional.empty(),
              (arguments, types, result) -> {
                StringBuilder joined = new StringBuilder();
                for (int i = 0; i < arguments.size(); i++) {
                  joined.append(value(arguments, i));
                }
                return joined.toString();
              }));

  private static Optional<String> patternComplaint(Object pattern) {
    return RegexParser.parseSearched((String) pattern) instanceof Outcome.Refused refused
        ? Optional.of(refused.message())
        : Optional.empty();
  }

  private static int count(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String map(String text, IntUnaryOperator mapping) {
    return text.codePoints()
        .map(mapping)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String trimStart(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    return text.substring(start);
  }

  private static String trimEnd(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  private static String left(String text, int count) {
    return slice(text, 0, count >= 0 ? count : (long) count(text) + count);
  }

  private static String right(String text, int count) {
    long length = count(text);
    return slice(text, count >= 0 ? length - count : -(long) count, length);
  }

  /** The characters from one offset to before another, both cut to what exists. */
  private static String slice(String text, long from, long to) {
    long length = count(text);
    long start = Math.min(Math.max(from, 0), length);
    long end = Math.min(to, length);
    if (end <= start) {
      return "";
    }
    int first = text.offsetByCodePoints(0, (int) start);
    return text.substring(first, text.offsetByCodePoints(first, (int) (end - start)));
  }
}
