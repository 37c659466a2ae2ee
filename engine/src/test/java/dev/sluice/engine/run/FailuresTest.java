package dev.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of an error of a driver. */
final class FailuresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "no table `x`                           | no table `x`",
        "login of ann with tr0ub4dor refused    | login of ann with *** refused",
        "jdbc:x://h/d?password=abc refused      | jdbc:x://h/d?password=*** refused",
        "\"one line\n  and the next\"           | one line and the next",
      })
  void wordsAreOneLineWithoutSecrets(String message, String told) {
    Failures.conceal("tr0ub4dor");
    Failures.conceal(" ");
    assertThat(Failures.words(new SQLException(message))).isEqualTo(told);
    assertThat(Failures.words(new IllegalStateException(new SQLException(message))))
        .isEqualTo(told);
  }
}
