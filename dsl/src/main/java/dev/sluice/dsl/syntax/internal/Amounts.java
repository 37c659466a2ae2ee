package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.syntax.DurationUnit;
import dev.sluice.dsl.syntax.Line;
import java.math.BigDecimal;
import java.util.Locale;

/** Numbers with their unit as they are written: {@code 5%}, {@code 1 row}, {@code 2 hours}. */
final class Amounts {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Amounts() {}

  static String percent(BigDecimal percent) {
    return percent.toPlainString() + "%";
  }

  /** What is left of a hundred percent; 99 where nothing sensible is. */
  static BigDecimal rest(BigDecimal percent) {
    BigDecimal rest = HUNDRED.subtract(percent);
    return rest.signum() > 0 ? rest : BigDecimal.valueOf(99);
  }

  static String count(long count, Line.Unit unit) {
    String word = unit.name().toLowerCase(Locale.ROOT);
    return count + " " + (count == 1 ? word.substring(0, word.length() - 1) : word);
  }

  /** A written number as rows. */
  static String rows(String number) {
    return number + (number.equals("1") ? " row" : " rows");
  }

  static String duration(BigDecimal amount, DurationUnit unit) {
    boolean one = amount.compareTo(BigDecimal.ONE) == 0;
    return amount.toPlainString() + " " + unit.word() + (one ? "" : "s");
  }
}
