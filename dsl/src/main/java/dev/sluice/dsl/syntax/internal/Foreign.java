package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;

/**
 * Tokens that are never part of a sentence. The first one is refused before the grammar is asked,
 * with the spelling of this language for it.
 */
final class Foreign {

  /** Spellings of other languages and keyboards, and what they are here. */
  private static final Map<String, String> WRITTEN =
      Map.ofEntries(
          Map.entry("&&", "and"),
          Map.entry("&", "and"),
          Map.entry("||", "or"),
          Map.entry("|", "or"),
          Map.entry("!", "not"),
          Map.entry("[", "("),
          Map.entry("]", ")"),
          Map.entry("=>", ">="),
          Map.entry("=<", "<="),
          Map.entry("===", "="),
          Map.entry("!==", "!="),
          Map.entry("=~", "matches"),
          Map.entry("~", "matches"),
          Map.entry("!~", "not matches"),
          Map.entry("\u2264", "<="),
          Map.entry("\u2265", ">="),
          Map.entry("\u2260", "!="),
          Map.entry("\u2208", "in"),
          Map.entry("\u2209", "not in"),
          Map.entry("\u00b1", "within"),
          Map.entry("\u2212", "-"),
          Map.entry("\u2013", "-"),
          Map.entry("\u00d7", "*"),
          Map.entry("\u00f7", "/"),
          Map.entry("\u2018", "'"),
          Map.entry("\u2019", "'"),
          Map.entry("\u201c", "'"),
          Map.entry("\u201d", "'"),
          Map.entry("\u201e", "'"),
          Map.entry("\u00b4", "'"));

  private static final Map<String, String> WHY =
      Map.of(
          ";", "a line ends without `;`",
          "::", "write `number(x)` or `date(x)` to convert a text",
          "/*", "write comments after `#`, as YAML does",
          "#", "a comment stands after the whole line",
          "?", "write a parameter as `$name`, and declare it under `params:`",
          "$", "write a parameter as `$name`, and declare it under `params:`",
          "{", "write a list as `('a', 'b')`, and a parameter as `$name`",
          "^", "write a power as a product: `x * x`",
          "\\", "there are no escapes; a quote inside a text is written twice");

  private final Reading<?> reading;
  private final Tokens tokens;

  Foreign(Reading<?> reading) {
    this.reading = reading;
    this.tokens = reading.tokens();
  }

  void refuse() {
    int before = Token.EOF;
    boolean bare = false;
    int plus = -1;
    for (Token token : tokens.all()) {
      Span span = Tokens.span(token);
      // Read as a sum it would quietly mean something else.
      if (token.getType() == SentenceLexer.MINUS && plus == span.start()) {
        throw Refusal.of(Code.E0202, "`+-` is written `within`", new Span(plus - 1, span.end()))
            .help("write `a = b within 5%`, or a blank between `+` and `-` for a sum");
      }
      if (token.getType() == SentenceLexer.PLUS) {
        plus = span.end();
      }
      boolean foreign =
          token.getType() >= SentenceLexer.BAD_DATE && token.getType() <= SentenceLexer.OTHER;
      boolean text =
          token.getType() == SentenceLexer.TEXT || token.getType() == SentenceLexer.QUOTED;
      bare |= before == SentenceLexer.MATCHES && !text;
      if (foreign && bare && token.getType() != SentenceLexer.UNCLOSED_TEXT) {
        throw Refusal.of(Code.E0202, "`matches` takes a text in quotes", Tokens.span(token))
            .help("write `matches '[a-z]+'`");
      }
      if (foreign) {
        throw refusal(token, Tokens.span(token));
      }
      before = token.getType();
    }
  }

  private Refusal refusal(Token token, Span span) {
    return switch (token.getType()) {
      case SentenceLexer.BAD_DATE ->
          Times.notA("date", token.getText(), span).help(Times.DATE_HELP);
      case SentenceLexer.BAD_TIME ->
          Refusal.of(Code.E0203, "a time of day cannot stand alone", span)
              .help(Times.TIMESTAMP_HELP);
      case SentenceLexer.BAD_NUMBER -> badNumber(token.getText(), span);
      case SentenceLexer.UNCLOSED_TEXT ->
          Refusal.of(Code.E0203, "a text that does not end", span)
              .help("end it with `'`; a quote inside a text is written `''`");
      case SentenceLexer.UNCLOSED_NAME ->
          Refusal.of(Code.E0203, "a name in quotes that does not end", span)
              .help("end it with `\"`; a quote inside a name is written `\"\"`");
      default -> foreign(token, span);
    };
  }

  private Refusal foreign(Token token, Span span) {
    String text = token.getText();
    Optional<String> written = written(token);
    if (isCurly(text)) {
      return Refusal.of(Code.E0202, "a curly quote", span)
          .help(corrected("a text takes straight quotes: `'text'`"));
    }
    if (written.isPresent()) {
      String message = "`" + Tokens.cut(text) + "` is written `" + Tokens.cut(written.get()) + "`";
      boolean bracket = text.equals("[") || text.equals("]");
      if (bracket) {
        return Refusal.of(Code.E0202, "a list takes round brackets", span)
            .help(corrected("write `('a', 'b')`"));
      }
      boolean backquote = text.startsWith("`");
      return Refusal.of(Code.E0202, backquote ? "a name takes double quotes" : message, span)
          .help(corrected(""));
    }
    int codePoint = text.codePointAt(0);
    int type = Character.getType(codePoint);
    if (type == Character.FORMAT || type == Character.UNASSIGNED) {
      String name = Characters.name(codePoint);
      return Refusal.of(Code.E0201, "an invisible character, " + name, span).help("remove it");
    }
    Refusal refusal =
        Refusal.of(Code.E0202, "`" + Tokens.cut(text) + "` has no meaning here", span);
    String why = WHY.get(text);
    return why == null
        ? refusal.help("odd names take double quotes, texts single ones")
        : refusal.help(why);
  }

  private static boolean isCurly(String text) {
    return "\u2018\u2019\u201c\u201d\u201e\u00b4".contains(text);
  }

  private static Optional<String> written(Token token) {
    String text = token.getText();
    if (token.getType() != SentenceLexer.FOREIGN && token.getType() != SentenceLexer.OTHER) {
      return Optional.empty();
    }
    if (text.matches("(?s)`[^`]+`")) {
      String name = text.substring(1, text.length() - 1);
      return Optional.of('"' + name.replace("\"", "\"\"") + '"');
    }
    if (text.matches("\\$\\{[\\p{L}_][\\p{L}\\p{Nd}_]*}")) {
      return Optional.of("$" + text.substring(2, text.length() - 1));
    }
    if (text.matches("(?s):[^:].*")) {
      return Optional.of("$" + text.substring(1));
    }
    return Optional.ofNullable(WRITTEN.get(text));
  }

  /** The whole text with every foreign spelling replaced. */
  private Supplier<Optional<String>> corrected(String otherwise) {
    return () -> reading.write(tokens.with(Foreign::written), otherwise).get();
  }

  private Refusal badNumber(String written, Span span) {
    if (written.matches("[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}")) {
      return Times.notA("date", written, span).help("a date is 2024-01-31: year, month, day");
    }
    Refusal refusal = Times.notA("number", written, span);
    if (written.matches("[0-9]+[kK]")) {
      return refusal.help("write `" + written.replaceFirst("[kK]$", "000") + "`");
    }
    String digits = written.replaceFirst("(?s)[^0-9.].*", "");
    String word = written.substring(digits.length());
    Optional<String> unit = Units.meant(word);
    if (unit.isPresent()) {
      return refusal.help("write `" + digits + " " + unit.get() + "`");
    }
    if (written.matches("[0-9][0-9_]*")) {
      return refusal.help("write `" + written.replace("_", "") + "`");
    }
    return word.isEmpty()
        ? refusal.help("a number has one point")
        : refusal.help(
            "a name that begins with a digit takes double quotes: `\""
                + Tokens.cut(written)
                + "\"`");
  }
}
