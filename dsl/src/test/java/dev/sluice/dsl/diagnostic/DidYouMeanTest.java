package dev.sluice.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

  @ParameterizedTest
  @CsvSource({
    "tabel, table tables tags, did you mean `table`?",
    "Table, table, did you mean `table`?",
    "table, table, ''",
    "xy, x y xyz, 'did you mean `x`, `xyz` or `y`?'",
    "ab, ba, did you mean `ba`?",
    "abc, cba, ''",
    "amonut, amount amounts, did you mean `amount` or `amounts`?",
    "aaaaaa, aaaaab aaaaba aaabaa aaaabb, 'did you mean `aaaaab`, `aaaaba` or `aaabaa`?'",
    "frobnicate, table where, ''",
  })
  void phrase(String word, String known, String phrase) {
    assertThat(DidYouMean.phrase(word, List.of(known.split(" ")))).isEqualTo(phrase);
  }
}
