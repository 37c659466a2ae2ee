package dev.sluice.engine.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Outcomes, verdicts and times in words. */
final class OutcomeText {

  private OutcomeText() {}

  /** {@code passed}; what is not good in capitals, so that it is seen without colours. */
  static String word(Outcome outcome) {
    String word = outcome.word().replace('_', ' ');
    return outcome.exitCode() == 0 ? word : word.toUpperCase(Locale.ROOT);
  }

  static String word(Verdict verdict) {
    return verdict.word().replace('_', ' ');
  }

  static String mark(Verdict verdict) {
    return switch (verdict) {
      case MET -> "✓";
      case WARNED -> "!";
      case HANDLED -> "~";
      case FAILED -> "✗";
      case ROLLED_BACK -> "↩";
      case ERROR -> "?";
      case SKIPPED -> "-";
    };
  }

  /** {@code 420 ms}, {@code 4.2 s}, {@code 3 min 12 s}. */
  static String elapsed(long milliseconds) {
    if (milliseconds < 1_000) {
      return milliseconds + " ms";
    }
    if (milliseconds < 60_000) {
      BigDecimal seconds = BigDecimal.valueOf(milliseconds, 3);
      return seconds.setScale(1, RoundingMode.DOWN).toPlainString() + " s";
    }
    long seconds = milliseconds / 1_000;
    return ValueText.count(seconds / 60) + " min " + seconds % 60 + " s";
  }
}
