package dev.sluice.dsl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "90s, PT1M30S",
    "10m, PT10M",
    "2 hours, PT2H",
    "1 minute, PT1M",
    "90d, PT2160H",
    "1w, PT168H",
    "0s, PT0S",
    "10 Minutes, PT10M",
  })
  void durations(String text, Duration duration) {
    assertThat(DurationText.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "m", "-1m", "1.5h", "1 month", "10m 5s", "99999999999s"})
  void others(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }
}
