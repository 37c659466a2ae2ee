package dev.sluice.dsl.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.pattern.RegexParser;
import dev.sluice.dsl.pattern.RegexPrinter;
import dev.sluice.dsl.type.Type;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts that are of a format, and texts that are not. */
class FormatsTest {

  @Test
  void blank() {
    met("blank", "", " ", "\t\n\r\f\u000b", "\u00a0\u3000\u2003");
    unmet("blank", "a", " . ", "\u200b");
  }

  @Test
  void empty() {
    met("empty", "");
    unmet("empty", " ", "a");
  }

  @Test
  void email() {
    met("email", "a@b.de", "first.last+tag@sub.example.co.uk", "o'brien@x-y.org", "a@b.xn--p1ai");
    unmet("email", "", "a", "a@b", "a@@b.de", "a b@c.de", ".a@b.de", "a.@b.de", "a..b@c.de");
    unmet("email", "a@-b.de", "a@b-.de", "a@b..de", "a@b.d", "a@b.d3", "a@b.de\n", "ä@b.de");
  }

  @Test
  void url() {
    met("url", "http://a.de", "https://example.com/", "HTTPS://user:pw@a.b:8080/x?y=1#z");
    met("url", "ftp://10.0.0.1/f", "http://localhost:3000", "http://[::1]/", "http://a.de?q=%20");
    unmet(
        "url",
        "",
        "a.de",
        "http://",
        "http:///x",
        "http://a b.de",
        "mailto:a@b.de",
        "http://-a.de");
    unmet("url", "http://a.de/ x", "http://a.de:123456/", "//a.de", "http://a..de", "http://ä.de");
  }

  @Test
  void uuid() {
    met("uuid", "123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000");
    unmet("uuid", "123e4567e89b12d3a456426614174000", "{123e4567-e89b-12d3-a456-426614174000}");
    unmet("uuid", "123e4567-e89b-12d3-a456-42661417400g", "");
  }

  @Test
  void addresses() {
    met("ipv4", "0.0.0.0", "255.255.255.255", "192.168.1.10");
    unmet("ipv4", "256.1.1.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.4 ", "");
    met("ipv6", "::", "::1", "1::", "2001:db8::ff00:42:8329", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4");
    met("ipv6", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "64:ff9b::1.2.3.4");
    unmet("ipv6", "", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::");
    unmet(
        "ipv6", "1:2:3:4:5:6:7:8::", "1:2:3:4:5:6:7:1.2.3.4", "fe80::1%eth0", "::256.1.1.1", "g::");
  }

  @Test
  void iban() {
    met("iban", "GB82WEST12345698765432", "DE89370400440532013000", "FR1420041010050500013M02606");
    met("iban", "NO9386011117947", "MT84MALT011000012345MTLCAST001S");
    unmet("iban", "GB82WEST12345698765433", "DE88370400440532013000", "gb82west12345698765432");
    unmet("iban", "GB82 WEST 1234 5698 7654 32", "", "GB82", "1282WEST12345698765432");
  }

  @Test
  void creditCard() {
    met("credit_card", "4111111111111111", "378282246310005", "6011111111111117", "30569309025904");
    unmet("credit_card", "4111111111111112", "4111 1111 1111 1111", "41111111111", "");
    unmet("credit_card", "41111111111111111111");
  }

  @Test
  void json() {
    met("json", "{}", "[1, 2.5e3, \"a\", null, true]", "1", "\"x\"", "null", " {\"a\": [{}]} ");
    unmet("json", "", " ", "{", "[1,]", "{'a': 1}", "{a: 1}", "01", "NaN", "1 2", "{} {}", "tru");
  }

  @Test
  void numbers() {
    met("integer", "0", "-12", "+7", "007", "123456789012345678901234567890");
    unmet("integer", "", "1.0", "1e3", " 1", "-", "٣");
    met("number", "0", "-12.5", "+7e-3", "1E10");
    unmet("number", "", "1,5", ".5", "5.", "NaN", "1e", "0x1", "1 ");
  }

  @Test
  void dates() {
    dates("yyyy-MM-dd", List.of("2024-02-29", "0001-01-01"));
    notDates("yyyy-MM-dd", List.of("2023-02-29", "2024-13-01", "2024-2-29", "0000-01-01", ""));
    notDates("yyyy-MM-dd", List.of("2024-02-29 ", "2024/02/29", "2024-04-31", "2024-00-10"));
    dates("dd.MM.yyyy", List.of("29.02.2024", "31.12.1999"));
    notDates("dd.MM.yyyy", List.of("29.02.2023", "2024.02.29", "29x02x2024"));
    dates("yyyyMMdd", List.of("20240229"));
    notDates("yyyyMMdd", List.of("20230229", "2024022"));
    dates("yyyy-MM-ddTHH:mm:ss", List.of("2024-02-29T23:59:59"));
    notDates("yyyy-MM-ddTHH:mm:ss", List.of("2024-02-29T24:00:00", "2024-02-29T23:60:00"));
    dates("MM/dd", List.of("02/29"));
    notDates("MM/dd", List.of("02/30"));
    dates("dd HH:mm", List.of("31 23:59"));
    for (String refused : List.of("", "yyyy-yyyy", "HH:mm", "d.M.yyyy", "yyyy-MMM-dd", "yyyyZ")) {
      assertThat(DateFormat.of(refused)).as(refused).isEmpty();
    }
  }

  @Test
  void everyDayOfTheCalendarAndNoOther() {
    DateFormat compact = DateFormat.of("yyyyMMdd").orElseThrow();
    for (int year : new int[] {1, 4, 100, 400, 1900, 2000, 2023, 2024, 2100, 9999}) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
          boolean real =
              month >= 1
                  && month <= 12
                  && day >= 1
                  && day <= YearMonth.of(year, month).lengthOfMonth();
          String text = String.format("%04d%02d%02d", year, month, day);
          assertThat(compact.matches(text)).as(text).isEqualTo(real);
        }
      }
    }
    assertThat(compact.matches("00000101")).isFalse();
    assertThat(compact.matches("00000229")).isFalse();
  }

  @Test
  void patternsAreOfThePortableSubset() {
    long patterns =
        Functions.all().stream()
            .map(Formats::pattern)
            .flatMap(java.util.Optional::stream)
            .peek(
                pattern ->
                    assertThat(RegexPrinter.print(RegexParser.read(pattern), RegexPrinter.RE2))
                        .isNotEmpty())
            .count();
    assertThat(patterns).isEqualTo(8);
  }

  private static void met(String format, String... texts) {
    assertThat(texts).allMatch(text -> is(format, text));
  }

  private static void unmet(String format, String... texts) {
    assertThat(texts).noneMatch(text -> is(format, text));
  }

  /** By the function, and where it is a pattern, by that pattern as sentences match it, too. */
  private static boolean is(String format, String text) {
    Function function = Functions.format(format).orElseThrow();
    boolean met =
        Boolean.TRUE.equals(function.body().apply(List.of(text), List.of(Type.TEXT), Type.BOOLEAN));
    Formats.pattern(function)
        .map(pattern -> RegexPrinter.print(RegexParser.read(pattern), RegexPrinter.JAVA))
        .ifPresent(pattern -> assertThat(text.matches(pattern)).as(text).isEqualTo(met));
    return met;
  }

  private static void dates(String format, List<String> texts) {
    assertThat(texts).allMatch(text -> isDate(format, text));
  }

  private static void notDates(String format, List<String> texts) {
    assertThat(texts).noneMatch(text -> isDate(format, text));
  }

  private static boolean isDate(String format, String text) {
    Regex regex = RegexParser.read(DateFormat.of(format).orElseThrow().pattern());
    boolean met = text.matches(RegexPrinter.print(regex, RegexPrinter.JAVA));
    assertThat(DateFormat.of(format).orElseThrow().matches(text)).as(text).isEqualTo(met);
    return met;
  }
}
