package dev.sluice.connectors.csv;

import dev.sluice.dsl.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A type that `types:` gives a column, and whether each value has it. Not safe for threads. */
final class DeclaredType {

  private static final Set<Type.Family> READABLE =
      Set.of(
          Type.Family.TEXT,
          Type.Family.INTEGER,
          Type.Family.DECIMAL,
          Type.Family.DOUBLE,
          Type.Family.BOOLEAN,
          Type.Family.DATE,
          Type.Family.TIME,
          Type.Family.TIMESTAMP,
          Type.Family.TIMESTAMPTZ,
          Type.Family.UUID,
          Type.Family.JSON);
  private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]*)(?:\\.([0-9]*))?");
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int DECIMAL_DIGITS = 38;

  private final Type type;
  private int wholeDigits = 1;
  private int fractionDigits;

  DeclaredType(Type type) {
    this.type = type;
  }

  /** Whether a file's text can be read as the type at all. */
  static boolean isReadable(Type type) {
    return READABLE.contains(type.family());
  }

  /** What is wrong with a value, in words that follow its text; nothing when it has the type. */
  Optional<String> problem(byte[] bytes, int start, int end) {
    return switch (type.family()) {
      case INTEGER -> without(Form.INTEGER, bytes, start, end);
      case DOUBLE -> without(Form.NUMBER, bytes, start, end);
      case BOOLEAN -> without(Form.BOOLEAN, bytes, start, end);
      case DATE -> without(Form.DATE, bytes, start, end);
      case TIME -> without(Form.TIME, bytes, start, end);
      case TIMESTAMP -> without(Form.TIMESTAMP, bytes, start, end);
      case TIMESTAMPTZ -> without(Form.TIMESTAMPTZ, bytes, start, end);
      case DECIMAL -> decimal(text(bytes, start, end));
      case UUID ->
          UUID.matcher(text(bytes, start, end)).matches()
              ? Optional.empty()
              : Optional.of("is not a uuid");
      default -> Optional.empty();
    };
  }

  private static Optional<String> without(Form form, byte[] bytes, int start, int end) {
    return (Form.of(bytes, start, end) & form.bit()) != 0
        ? Optional.empty()
        : Optional.of("is not " + form.words());
  }

  private Optional<String> decimal(String text) {
    Matcher form = DECIMAL.matcher(text);
    if (!form.matches() || text.chars().noneMatch(Character::isDigit)) {
      return Optional.of("is not a decimal number");
    }
    int whole = form.group(1).replaceFirst("^0+", "").length();
    int fraction = form.group(2) == null ? 0 : form.group(2).replaceFirst("0+$", "").length();
    wholeDigits = Math.max(wholeDigits, whole);
    fractionDigits = Math.max(fractionDigits, fraction);
    boolean sized = type.precision() > 0;
    boolean fits =
        sized
            ? fraction <= type.scale() && whole <= type.precision() - type.scale()
            : wholeDigits + fractionDigits <= DECIMAL_DIGITS;
    return fits ? Optional.empty() : Optional.of("does not fit " + type.text());
  }

  private static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** The type, a decimal without sizes as wide as can be with the digits that were seen. */
  Type type() {
    return type.is(Type.Family.DECIMAL) && type.precision() == 0
        ? Type.decimal(DECIMAL_DIGITS, fractionDigits)
        : type;
  }
}
