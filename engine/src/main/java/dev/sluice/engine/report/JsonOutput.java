package dev.sluice.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.sluice.dsl.diagnostic.TerminalText;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How JSON is laid out, and how values of the language stand in it. */
final class JsonOutput {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().build().setCharacterEscapes(new Visible());

  private static final Separators SEPARATORS =
      PrettyPrinter.DEFAULT_SEPARATORS
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private JsonOutput() {}

  static JsonGenerator to(Writer writer) throws IOException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter layout = new DefaultPrettyPrinter(SEPARATORS);
    layout.indentObjectsWith(lines);
    layout.indentArraysWith(lines);
    return FACTORY.createGenerator(writer).setPrettyPrinter(layout);
  }

  /** Numbers and booleans as such, everything else as text; NaN and infinities are texts too. */
  static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number number && isFinite(number)) {
      json.writeNumber(digits(number));
    } else {
      json.writeString(ValueText.of(value));
    }
  }

  private static boolean isFinite(Number number) {
    return !(number instanceof Double || number instanceof Float)
        || Double.isFinite(number.doubleValue());
  }

  private static String digits(Number number) {
    return number instanceof BigDecimal decimal ? ValueText.plain(decimal) : number.toString();
  }

  /**
   * Escapes, beyond what JSON demands, what could steer a terminal or break a line of JavaScript.
   */
  private static final class Visible extends CharacterEscapes {

    private static final int DELETE = 0x7F;

    private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

    Visible() {
      ascii[DELETE] = CharacterEscapes.ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return !Character.isSurrogate((char) character) && TerminalText.isHidden(character)
          ? new SerializedString(String.format("\\u%04x", character))
          : null;
    }
  }
}
