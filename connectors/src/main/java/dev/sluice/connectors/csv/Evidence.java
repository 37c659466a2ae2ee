package dev.sluice.connectors.csv;

import dev.sluice.dsl.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the values of one column say about its type. Not safe for threads. */
final class Evidence {

  /** The widest decimal that databases agree on. */
  private static final int DECIMAL_DIGITS = 38;

  private static final Form[] FORMS = Form.values();
  private static final int ALL = (1 << FORMS.length) - 1;
  private static final int SHOWN = 40;

  /** Texts that do not have a form, as long as they are one and the same. */
  private record Oddity(String text, long line, String file, long count) {}

  /**
   * Why a column is text.
   *
   * @param told names the value
   * @param discreet does not
   */
  record Reason(String told, String discreet) {}

  private final Map<Form, Oddity> oddities = new EnumMap<>(Form.class);
  private int open = ALL;
  private int proven;
  private long values;

  /** Takes a value that is not null. */
  void add(byte[] bytes, int start, int end, long line, String file) {
    values++;
    if (open == 0) {
      return;
    }
    int forms = Form.of(bytes, start, end);
    if ((forms & Form.SPECIAL_NUMBER) == 0) {
      proven |= forms & ALL;
    }
    int failed = open & ~forms;
    if (failed != 0) {
      String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      for (Form form : FORMS) {
        if ((failed & form.bit()) != 0) {
          fail(form, text, line, file);
        }
      }
    }
  }

  private void fail(Form form, String text, long line, String file) {
    Oddity known = oddities.get(form);
    if (known == null) {
      oddities.put(form, new Oddity(text, line, file, 1));
    } else if (known.text.equals(text)) {
      oddities.put(form, new Oddity(text, known.line, known.file, known.count + 1));
    } else {
      open &= ~form.bit();
    }
  }

  /** The type that all values have; text when there is no other, or no value. */
  Type type() {
    for (Form form : FORMS) {
      if (!oddities.containsKey(form) && (proven & form.bit()) != 0) {
        return typeOf(form);
      }
    }
    return Type.TEXT;
  }

  private static Type typeOf(Form form) {
    return switch (form) {
      case INTEGER -> Type.INTEGER;
      case WIDE_INTEGER -> Type.decimal(DECIMAL_DIGITS, 0);
      case NUMBER -> Type.DOUBLE;
      case BOOLEAN -> Type.BOOLEAN;
      case DATE -> Type.DATE;
      case TIMESTAMP -> Type.TIMESTAMP;
      case TIMESTAMPTZ -> Type.TIMESTAMPTZ;
      case TIME -> Type.TIME;
    };
  }

  /**
   * Why a column is text when one value alone made it so: {@code 'abc' in line 3}. A value that is
   * repeated counts as one when the others outnumber it.
   */
  Optional<Reason> reasonForText(boolean severalFiles) {
    if (!type().equals(Type.TEXT)) {
      return Optional.empty();
    }
    for (Map.Entry<Form, Oddity> entry : oddities.entrySet()) {
      int bit = entry.getKey().bit();
      Oddity one = entry.getValue();
      boolean single = (open & bit) != 0 && (proven & bit) != 0;
      if (single && (one.count == 1 || values - one.count > one.count)) {
        return Optional.of(reason(one, severalFiles));
      }
    }
    return Optional.empty();
  }

  private static Reason reason(Oddity one, boolean severalFiles) {
    String text =
        one.text.codePointCount(0, one.text.length()) <= SHOWN
            ? one.text
            : one.text.substring(0, one.text.offsetByCodePoints(0, SHOWN)) + "...";
    String place = place(one, severalFiles);
    return new Reason("'" + text + "'" + place, "one value" + place);
  }

  private static String place(Oddity one, boolean severalFiles) {
    String place = " in line " + one.line;
    if (severalFiles) {
      place += " of `" + one.file + "`";
    }
    return switch ((int) Math.min(one.count, 3)) {
      case 1 -> place;
      case 2 -> place + " and 1 other line";
      default -> place + " and " + (one.count - 1) + " other lines";
    };
  }
}
