package dev.sluice.examples.docs;

/** What differs from one run to the next. */
final class Variable {

  private Variable() {}

  /** A screen with its times, instants and run ids masked. */
  static String parts(String screen) {
    return screen
        .replaceAll("\\b\\d[\\d.,]* (ms|s|min|minutes)\\b", "TIME")
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "RUN")
        .replaceAll("(?m) +$", "")
        .strip();
  }
}
