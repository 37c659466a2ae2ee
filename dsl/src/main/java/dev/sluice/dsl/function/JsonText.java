package dev.sluice.dsl.function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Tells JSON from other text. */
public final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /** True when the text is exactly one JSON value (RFC 8259), white space around it allowed. */
  public static boolean valid(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return false;
      }
      parser.skipChildren();
      if (token.isScalarValue()) {
        parser.finishToken();
      }
      return parser.nextToken() == null;
    } catch (IOException malformed) {
      return false;
    }
  }
}
