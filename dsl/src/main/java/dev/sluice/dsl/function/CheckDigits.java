package dev.sluice.dsl.function;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers that carry digits to check themselves by. */
final class CheckDigits {

  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final Pattern CARD = Pattern.compile("[0-9]{12,19}");
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private CheckDigits() {}

  /**
   * ISO 13616, check digits by ISO 7064 MOD 97-10: the first four characters go to the end, A to Z
   * become 10 to 35, and the number leaves 1 when divided by 97.
   */
  static boolean iban(String text) {
    if (!IBAN.matcher(text).matches()) {
      return false;
    }
    StringBuilder digits = new StringBuilder();
    (text.substring(4) + text.substring(0, 4))
        .chars()
        .forEach(each -> digits.append(Character.digit(each, 36)));
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
  }

  /**
   * ISO/IEC 7812, Luhn: from the right every second digit is doubled, the digits of all are added,
   * and the sum ends in 0.
   */
  static boolean creditCard(String text) {
    if (!CARD.matcher(text).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(text.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
