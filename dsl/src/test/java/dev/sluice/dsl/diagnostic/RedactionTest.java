package dev.sluice.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:x://h/d?user=a&password=b&c=d | jdbc:x://h/d?user=a&password=***&c=d",
        "jdbc:sqlserver://h;user=a;Password=b;c=d | jdbc:sqlserver://h;user=a;Password=***;c=d",
        "jdbc:x://me:p%40ss@h/d | jdbc:x://me:***@h/d",
        "jdbc:oracle:thin:scott/tiger@//h | jdbc:oracle:thin:scott/***@//h",
        "sslpassword=a trustStorePassword=b | sslpassword=*** trustStorePassword=***",
        "password is not null | password is not null",
        "jdbc:postgresql://h:5432/d | jdbc:postgresql://h:5432/d",
        "jdbc:x://h/d?password=b,c)d}e | jdbc:x://h/d?password=***",
        "jdbc:x://me:p/q:r@h/d | jdbc:x://me:***@h/d",
        "jdbc:x://:b@h/d | jdbc:x://:***@h/d",
        "jdbc:x://h/d?pass%77ord=b&c=d | jdbc:x://h/d?pass%77ord=***&c=d",
        "{user=a, password=b} | {user=a, password=***",
        "{user: a, password: b} | {user: a, password: ***}",
        "  password: 'b' | password: ***",
        "  password: 'b, c} d', e: f | password: ***, e: f",
        "  password: is not null | password: is not null",
        "  password: [is unique] | password: [is unique]",
        "  no_password: b | no_password: b",
        "http://localhost:8080/x | http://localhost:8080/x",
      })
  void mask(String text, String shown) {
    assertThat(Redaction.mask(text)).isEqualTo(shown);
    assertThat(Redaction.holdsSecret(text)).isEqualTo(!text.equals(shown));
  }
}
