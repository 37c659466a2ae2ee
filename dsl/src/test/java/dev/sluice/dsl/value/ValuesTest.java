package dev.sluice.dsl.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as text, and text as values. */
class ValuesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final Map<String, Type> TYPES =
      Map.ofEntries(
          Map.entry("text", Type.TEXT),
          Map.entry("integer", Type.INTEGER),
          Map.entry("decimal", Type.DECIMAL),
          Map.entry("decimal(4, 2)", Type.decimal(4, 2)),
          Map.entry("double", Type.DOUBLE),
          Map.entry("boolean", Type.BOOLEAN),
          Map.entry("date", Type.DATE),
          Map.entry("time", Type.TIME),
          Map.entry("timestamp", Type.TIMESTAMP),
          Map.entry("timestamptz", Type.TIMESTAMPTZ),
          Map.entry("duration", Type.DURATION),
          Map.entry("uuid", Type.UUID),
          Map.entry("json", Type.JSON),
          Map.entry("binary", Type.BINARY));

  @Test
  void numbersArePlain() {
    assertThat(Values.text(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(Values.text(new BigDecimal("12.50"))).isEqualTo("12.50");
    assertThat(Values.text(new BigDecimal("0.000000001"))).isEqualTo("0.000000001");
    assertThat(Values.text(1e10)).isEqualTo("10000000000");
    assertThat(Values.text(-0.0)).isEqualTo("0");
    assertThat(Values.text(0.1)).isEqualTo("0.1");
    assertThat(Values.text(1.5e-9)).isEqualTo("1.5e-9");
    assertThat(Values.text(1e300)).isEqualTo("1e300");
    assertThat(Values.text(Double.NaN)).isEqualTo("NaN");
    assertThat(Values.text(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    assertThat(Values.text(null)).isEqualTo("NULL");
  }

  @Test
  void quotientsAreCutToWhatPeopleRead() {
    assertThat(Values.text(quotient(2, 3))).isEqualTo("0.666666666666667");
    assertThat(Values.text(quotient(100_000_000_000_000_001L, 3)))
        .isEqualTo("33333333333333333.667");
    assertThat(Values.text(quotient(1, 8))).isEqualTo("0.125");
    assertThat(Values.text(quotient(100, 1))).isEqualTo("100");
    assertThat(quotient(2, 3)).isEqualTo(new BigDecimal("0.66666666666666666667"));
  }

  @Test
  void momentsAreIso() {
    assertThat(Values.text(LocalDateTime.of(2024, 1, 31, 12, 0))).isEqualTo("2024-01-31T12:00:00");
    assertThat(Values.text(LocalDateTime.of(2024, 1, 31, 12, 0, 0, 120_000_000)))
        .isEqualTo("2024-01-31T12:00:00.12");
    assertThat(Values.text(Instant.parse("2024-01-31T12:30:00.5Z")))
        .isEqualTo("2024-01-31T12:30:00.5Z");
    assertThat(Values.text(LocalTime.of(7, 5))).isEqualTo("07:05:00");
  }

  @Test
  void durationsAreSpelledOut() {
    assertThat(Values.text(Duration.ofHours(26))).isEqualTo("1 day 2 hours");
    assertThat(Values.text(Duration.ofMinutes(90))).isEqualTo("1 hour 30 minutes");
    assertThat(Values.text(Duration.ofMillis(61_500))).isEqualTo("1 minute 1.5 seconds");
    assertThat(Values.text(Duration.ofSeconds(10))).isEqualTo("10 seconds");
    assertThat(Values.text(Duration.ZERO)).isEqualTo("0 seconds");
    assertThat(Values.text(Duration.ofHours(-1))).isEqualTo("-1 hour");
    assertThat(Values.text(Duration.ofHours(-26))).isEqualTo("-(1 day 2 hours)");
    for (long seconds : new long[] {1, 59, 3601, 90_061, -90_061, -60}) {
      Duration duration = Duration.ofSeconds(seconds);
      assertThat(DurationText.parse(DurationText.print(duration))).contains(duration);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "text|NO|NO",
        "integer|0010|10",
        "integer|-5|-5",
        "integer|1.0|-",
        "integer|1e3|-",
        "integer| 1|-",
        "decimal|12.50|12.50",
        "decimal|1e3|1000",
        "decimal|12,5|-",
        "decimal(4, 2)|12.50|12.50",
        "decimal(4, 2)|12.500|12.500",
        "decimal(4, 2)|12.505|-",
        "decimal(4, 2)|123|-",
        "double|1e-3|0.001",
        "double|NaN|NaN",
        "double|1e999|-",
        "boolean|true|true",
        "boolean|FALSE|false",
        "boolean|NO|-",
        "boolean|1|-",
        "date|2024-02-29|2024-02-29",
        "date|2023-02-29|-",
        "date|2024-2-9|-",
        "time|07:30|07:30:00",
        "time|25:00|-",
        "timestamp|2024-01-31T12:30:00.25|2024-01-31T12:30:00.25",
        "timestamp|2024-01-31 12:30|2024-01-31T12:30:00",
        "timestamp|2024-01-31|2024-01-31T00:00:00",
        "timestamp|2024-01-31T12:30:00Z|-",
        "timestamptz|2024-01-31T12:30:00Z|2024-01-31T12:30:00Z",
        "timestamptz|2024-01-31T12:30:00+02:00|2024-01-31T10:30:00Z",
        "timestamptz|2024-07-01T12:30:00|2024-07-01T10:30:00Z",
        "timestamptz|2024-07-01|2024-06-30T22:00:00Z",
        "timestamptz|2024-10-27T02:30:00|2024-10-27T01:30:00Z",
        "timestamptz|2024-01-31T12:30:00+99:00|-",
        "timestamptz|Z|-",
        "duration|90 minutes|1 hour 30 minutes",
        "duration|1 day 2 hours|1 day 2 hours",
        "duration|1.5 hours|1 hour 30 minutes",
        "duration|2 weeks|14 days",
        "duration|1 month|-",
        "duration|90|-",
        "duration|90  minutes|-",
        "duration|1 day |-",
        "duration||-",
        "uuid|123E4567-e89b-12d3-a456-426614174000|123e4567-e89b-12d3-a456-426614174000",
        "uuid|123e4567|-",
        "json|{\"a\": 1}|{\"a\": 1}",
        "json|{a}|-",
        "binary|00FF|00ff",
        "binary|0|-",
      })
  void textIsReadStrictly(String type, String text, String expected) {
    String given = text == null ? "" : text;
    assertThat(
            ValueParser.parse(given, TYPES.getOrDefault(type, Type.NULL), BERLIN)
                .map(Values::text)
                .orElse("-"))
        .isEqualTo(expected);
  }

  private static BigDecimal quotient(long dividend, long divisor) {
    return Quotient.of(BigDecimal.valueOf(dividend), BigDecimal.valueOf(divisor));
  }
}
