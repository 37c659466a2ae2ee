package dev.sluice.engine.report;

/** Colours of a terminal, or none. */
record Ink(boolean colour) {

  String good(String text) {
    return paint("32", text);
  }

  String caution(String text) {
    return paint("33", text);
  }

  String handled(String text) {
    return paint("36", text);
  }

  String bad(String text) {
    return paint("1;31", text);
  }

  String dim(String text) {
    return paint("2", text);
  }

  String bold(String text) {
    return paint("1", text);
  }

  /** In the colour of a verdict. */
  String of(Verdict verdict, String text) {
    return switch (verdict) {
      case MET -> good(text);
      case WARNED -> caution(text);
      case HANDLED -> handled(text);
      case FAILED, ROLLED_BACK, ERROR -> bad(text);
      case SKIPPED -> dim(text);
    };
  }

  /** In the colour of an outcome. */
  String of(Outcome outcome, String text) {
    return switch (outcome) {
      case PASSED, PUBLISHED, STAGED -> good(text);
      case WARNED -> caution(text);
      case FAILED, ROLLED_BACK, ERROR, UNKNOWN, INVALID -> bad(text);
    };
  }

  private String paint(String code, String text) {
    return colour && !text.isBlank() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
