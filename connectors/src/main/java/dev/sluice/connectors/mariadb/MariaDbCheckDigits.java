package dev.sluice.connectors.mariadb;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Check digits in MariaDB's words. */
final class MariaDbCheckDigits {

  private MariaDbCheckDigits() {}

  /**
   * Luhn's check: from the right every second digit is doubled, and of a double above 9 its digits
   * are added.
   */
  static String creditCard(String isWellFormed) {
    String padded = "LPAD({0}, 19, '0')";
    String sum =
        IntStream.rangeClosed(1, 19)
            .mapToObj(
                place -> {
                  String digit = "CAST(SUBSTRING(" + padded + ", " + place + ", 1) AS SIGNED)";
                  return place % 2 == 1
                      ? digit
                      : "ELT(1 + " + digit + ", 0, 2, 4, 6, 8, 1, 3, 5, 7, 9)";
                })
            .collect(Collectors.joining(" + "));
    return "CASE WHEN {0} IS NULL THEN NULL WHEN "
        + isWellFormed
        + " THEN MOD("
        + sum
        + ", 10) = 0 ELSE FALSE END";
  }

  /** Of up to 68 digits by 97, in parts that fit a decimal. */
  static String remainder(String digits) {
    String first = "MOD(CAST(LEFT(" + digits + ", 34) AS DECIMAL(65, 0)), 97)";
    return "MOD(CAST(CONCAT(" + first + ", SUBSTRING(" + digits + ", 35)) AS DECIMAL(65, 0)), 97)";
  }
}
