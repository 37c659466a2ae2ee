package dev.sluice.dsl.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text                     | text
          VARCHAR(20)              | text
          character varying (20)   | text
          bigint                   | integer
          Integer                  | integer
          integer(5)               | -
          decimal                  | decimal
          decimal(12,2)            | decimal(12, 2)
          NUMERIC( 12 , 2 )        | decimal(12, 2)
          decimal(12)              | decimal(12, 0)
          decimal(2, 12)           | -
          decimal(0)               | -
          double  precision        | double
          timestamp with time zone | timestamptz
          timestamp(6)             | timestamp
          uuid                     | uuid
          any                      | -
          bigit                    | -
          text)                    | -
          ''                       | -
          """)
  void words(String text, String type) {
    assertThat(TypeWords.find(text).map(Type::text).orElse("-")).isEqualTo(type);
  }
}
