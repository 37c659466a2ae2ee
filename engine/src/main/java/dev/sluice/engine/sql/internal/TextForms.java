package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.function.DateFormat;
import dev.sluice.dsl.function.Formats;
import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.pattern.RegexParser;
import dev.sluice.dsl.type.Type.Family;
import java.util.List;
import java.util.Optional;

/** Functions of a text that are told by a pattern: the same on every database. */
final class TextForms {

  private TextForms() {}

  /** The pattern that a format is, such as that of {@code is_email}. */
  static Optional<Regex> format(Apply apply) {
    String name = apply.function().name();
    if (name.equals("is_blank")) {
      return Optional.of(blank());
    }
    if (name.equals("is_date")) {
      Expression format = apply.arguments().get(1);
      return format instanceof Constant constant && constant.value() instanceof String text
          ? DateFormat.of(text).map(DateFormat::pattern).map(RegexParser::read)
          : Optional.empty();
    }
    return Formats.pattern(apply.function()).map(RegexParser::read);
  }

  /** The texts that a conversion reads; all others it turns into null. */
  static Optional<Regex> readable(Apply apply) {
    return apply.arguments().get(0).type().is(Family.TEXT)
        ? Formats.readable(apply.function()).map(RegexParser::read)
        : Optional.empty();
  }

  private static Regex blank() {
    List<Regex.Range> spaces =
        Formats.WHITE_SPACE
            .codePoints()
            .mapToObj(codePoint -> new Regex.Range(codePoint, codePoint))
            .toList();
    return new Regex.Repeat(new Regex.CharacterClass(spaces, false), 0, Optional.empty());
  }
}
