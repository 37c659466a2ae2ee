package dev.sluice.dsl.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.pattern.RegexParser.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that are read, what they become, and patterns that are refused. */
class RegexTest {

  /** What the parser reads again. */
  private static final RegexPrinter.Style AGAIN = new RegexPrinter.Style("^", "$", "", "", "%c");

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "abc -> abc",
        "[^@]+@[^@]+ -> [^@]+@[^@]+",
        "a|b|cd -> a|b|cd",
        "(a|b)c -> (?:a|b)c",
        "(?:ab)+ -> (?:ab)+",
        "(a) -> a",
        "(ab)c -> abc",
        "a|(b|c) -> a|b|c",
        "(a|) -> a|",
        "x{3} -> x{3}",
        "x{3,} -> x{3,}",
        "x{0,1} -> x?",
        "x{1,} -> x+",
        "x{0,} -> x*",
        "x{0} -> x{0}",
        "x{2,255} -> x{2,255}",
        "(a*)* -> (?:a*)*",
        "(a{2}){3} -> (?:a{2}){3}",
        "\\d\\w\\s -> [0-9][0-9A-Z_a-z][\\x{9}-\\x{d} ]",
        "\\D\\W -> [^0-9][^0-9A-Z_a-z]",
        "[\\d.,] -> [,.0-9]",
        "[^\\d] -> [^0-9]",
        "[\\D5] -> [\\x{0}-/5:-\\x{10ffff}]",
        "[a-cb-d] -> [a-d]",
        "[ab] -> [ab]",
        "[a-] -> [\\-a]",
        "[-a] -> [\\-a]",
        "[a\\-z] -> [\\-az]",
        "[+-9] -> [+-9]",
        "[.^$|?*()] -> [$(-*.?\\^|]",
        "[[&] -> [\\&\\[]",
        "[\\]\\\\] -> [\\\\\\]]",
        "[!-~] -> [!-~]",
        "a.b -> a[^\\x{a}]b",
        "^a$ -> \\Aa\\z",
        "a\\.b\\-c\\/ -> a\\.b-c/",
        "\\{\\}\\[\\]\\(\\) -> \\{\\}\\[\\]\\(\\)",
        "\\t\\n\\r\\f\\v -> \\x{9}\\x{a}\\x{d}\\x{c}\\x{b}",
        "é😀[😀-😎] -> é\\x{1f600}[\\x{1f600}-\\x{1f60e}]",
        "a b#c -> a b#c",
      })
  void isReadAndPrinted(String pattern, String printed) {
    Regex regex = RegexParser.read(pattern);
    assertThat(RegexPrinter.print(regex, RegexPrinter.JAVA)).isEqualTo(printed);
    assertThat(RegexPrinter.print(regex, RegexPrinter.RE2)).isEqualTo(printed);
    String again = RegexPrinter.print(regex, AGAIN);
    assertThat(RegexPrinter.print(RegexParser.read(again), AGAIN)).isEqualTo(again);
    assertThat(RegexPrinter.print(RegexParser.read(again), RegexPrinter.JAVA)).isEqualTo(printed);
  }

  @Test
  void postgresHasItsOwnSpelling() {
    Regex regex = RegexParser.read("^a.\\t[😀]|b$");
    assertThat(RegexPrinter.print(regex, RegexPrinter.ADVANCED))
        .isEqualTo("^(?:\\Aa[^\\U0000000a]\\U00000009[\\U0001f600]|b\\Z)$");
  }

  @Test
  void theEmptyPatternIsTheEmptyText() {
    Regex regex = RegexParser.read("");
    assertThat(regex).isEqualTo(new Regex.Sequence(java.util.List.of()));
    assertThat(RegexPrinter.print(regex, RegexPrinter.ADVANCED)).isEqualTo("^(?:)$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a(?=b)|1-4|look-around is not supported|say it in two checks: `x matches '...' and x not"
            + " matches '...'`",
        "a(?!b)|1-4|look-around is not supported|say it in two checks: `x matches '...' and x not"
            + " matches '...'`",
        "(?<=a)b|0-4|look-around is not supported|say it in two checks: `x matches '...' and x not"
            + " matches '...'`",
        "(?<year>a)|0-3|named groups are not supported|write `( )` or `(?: )` without a name",
        "(?P<year>a)|0-3|named groups are not supported|write `( )` or `(?: )` without a name",
        "(?i)abc|0-3|inline flags are not supported|use `lower(x) matches '...'` to leave case aside",
        "(?s)a.c|0-3|inline flags are not supported|leave them out; `.` is any character but a"
            + " newline",
        "(?>a)|0-3|atomic groups are not supported|write `(?: )`",
        "(?#x)|0-3|comments are not supported|say it in `because:` of the line",
        "(a)\\1|3-5|`\\1`: back-references are not supported|compare the parts in a check",
        "\\bword|0-2|`\\b`: word boundaries are not supported|say which characters stand there, as"
            + " in `(?:.*\\W)?word(?:\\W.*)?`",
        "\\p{L}|0-2|`\\p`: Unicode properties are not supported|spell the characters out, as in"
            + " `[A-Za-zÀ-ÿ]`",
        "\\x41|0-2|unknown escape `\\x`|write the character itself",
        "\\Aa|0-2|unknown escape `\\A`|leave it out: the whole value must match anyway",
        "é\\q|1-3|unknown escape `\\q`|write `q` for the character itself; known are `\\d \\w \\s \\D"
            + " \\W \\S \\t \\n \\r \\f \\v`",
        "a\\|1-2|`\\` stands at the end|write `\\\\` for the character itself",
        "a*?|1-3|lazy repetitions are not supported|leave the `?` out: the whole value must match"
            + " anyway",
        "a{2}?|3-5|lazy repetitions are not supported|leave the `?` out: the whole value must match"
            + " anyway",
        "a++|1-3|possessive repetitions are not supported|leave the `+` out, or put brackets around"
            + " what is repeated twice",
        "a+*|0-3|a repetition directly behind another|put brackets around what is repeated twice",
        "a{2}{3}|0-5|a repetition directly behind another|put brackets around what is repeated twice",
        "a{256}|1-5|a bound above 255|databases count to 255 at most; repeat a part of it, as in"
            + " `(?:x{100}){3}`",
        "a{1,9999}|1-8|a bound above 255|databases count to 255 at most; repeat a part of it, as in"
            + " `(?:x{100}){3}`",
        "a{3,2}|1-6|bounds that descend: `{3,2}`|write the smaller number first",
        "a{,5}|1-5|bounds without a lower end|write `{0,5}`",
        "a{x}|1-2|`{` begins no bounds|bounds are `{3}`, `{3,}` or `{3,5}`; write `\\{` for the"
            + " character itself",
        "a{2|1-3|`{` begins no bounds|bounds are `{3}`, `{3,}` or `{3,5}`; write `\\{` for the"
            + " character itself",
        "(?:a{200}){6}|0-13|bounds within bounds that multiply to more than 1000|use smaller bounds,"
            + " or `*` with a check of `length(x)`",
        "*a|0-1|`*` has nothing to repeat|write `.*` for any text, `\\*` for the character itself",
        "a|+|2-3|`+` has nothing to repeat|write `\\+` for the character itself",
        "^*|0-2|`^*` repeats a place, not a character|leave the repetition out",
        "(ab|0-1|`(` is not closed|add `)`, or write `\\(` for the character itself",
        "ab)|2-3|`)` closes no group|write `\\)` for the character itself",
        "a]|1-2|`]` closes nothing|write `\\]` for the character itself",
        "a}|1-2|`}` closes nothing|write `\\}` for the character itself",
        "[ab|0-1|`[` is not closed|add `]`, or write `\\[` for the character itself",
        "[a-|0-1|`[` is not closed|add `]`, or write `\\[` for the character itself",
        "[]|0-2|a class without characters|write `\\]` for the character itself",
        "[^]|0-3|a class without characters|write `\\]` for the character itself",
        "[z-a]|1-4|a range that descends: `z-a`|write the smaller character first, or `\\-` for the"
            + " character itself",
        "[a-\\d]|1-5|a range to a class|write `\\-` for the character itself",
        "[\\d-z]|1-4|a range from a class|write `\\-` for the character itself",
        "[[:alpha:]]|1-3|named classes are not supported|spell the characters out, as in `[A-Za-z]`;"
            + " write `\\[` for the character itself",
      })
  void isRefusedWithAdvice(String line) {
    String[] parts = line.split("\\|(?=\\d+-\\d+\\|)", 2);
    Outcome outcome = RegexParser.parse(parts[0]);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    Outcome.Refused refused = (Outcome.Refused) outcome;
    assertThat(
            refused.start() + "-" + refused.end() + "|" + refused.message() + "|" + refused.help())
        .isEqualTo(parts[1]);
  }

  @Test
  void deepGroupsAreRefusedRatherThanOverflow() {
    String deep = "(".repeat(5000) + "a" + ")".repeat(5000);
    assertThat(((Outcome.Refused) RegexParser.parse(deep)).message())
        .isEqualTo("groups more than 100 deep");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      value = {
        "'a.c' ~ 'abc' ~ true",
        "'a.c' ~ 'abcd' ~ false",
        "'a|ab' ~ 'ab' ~ true",
        "'.' ~ '😀' ~ true",
        "'\\d+' ~ '١' ~ false",
        "'\\w+' ~ 'é' ~ false",
        "'\\s' ~ '\u00a0' ~ false",
        "'(?:a|b){2}' ~ 'ba' ~ true",
        "'[^a]' ~ 'b' ~ true",
        "'^ab$' ~ 'ab' ~ true",
        "'a$b' ~ 'ab' ~ false",
        "'[\\W]' ~ 'é' ~ true",
        "'.*' ~ '' ~ true",
      })
  void matchesTheWholeValue(String pattern, String text, boolean expected) {
    String printed = RegexPrinter.print(RegexParser.read(pattern), RegexPrinter.JAVA);
    assertThat(text.matches(printed)).isEqualTo(expected);
  }

  @Test
  void onlyANewlineIsNoAnyCharacter() {
    String any = RegexPrinter.print(RegexParser.read("."), RegexPrinter.JAVA);
    assertThat("\r\u0085\u2028\u2029".chars().mapToObj(Character::toString))
        .allMatch(text -> text.matches(any));
    assertThat("\n".matches(any)).isFalse();
    String end = RegexPrinter.print(RegexParser.read("a$"), RegexPrinter.JAVA);
    assertThat("a\n".matches(end)).isFalse();
  }
}
