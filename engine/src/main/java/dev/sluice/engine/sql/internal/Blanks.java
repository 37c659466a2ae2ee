package dev.sluice.engine.sql.internal;

/** Takes blanks from the ends of lines of SQL, and leaves every name and text as it is. */
final class Blanks {

  private Blanks() {}

  static String stripped(String sql) {
    StringBuilder text = new StringBuilder();
    char quote = 0;
    for (int index = 0; index < sql.length(); index++) {
      char character = sql.charAt(index);
      if (quote == 0 && character == '\n') {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
          text.setLength(text.length() - 1);
        }
      }
      text.append(character);
      if (quote == character) {
        quote = 0;
      } else if (quote == 0 && "'\"`".indexOf(character) >= 0) {
        quote = character;
      }
    }
    return text.toString();
  }
}
