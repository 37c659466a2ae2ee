package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** A text and its tokens, the end of the text last. Offsets count code points. */
final class Tokens {

  private static final int SHOWN = 40;

  private final String text;
  private final List<Token> all;

  Tokens(String text) {
    this.text = text;
    SentenceLexer lexer = new SentenceLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    CommonTokenStream stream = new CommonTokenStream(lexer);
    stream.fill();
    this.all = List.copyOf(stream.getTokens());
  }

  String text() {
    return text;
  }

  List<Token> all() {
    return all;
  }

  /** How many there are, without the end. */
  int size() {
    return all.size() - 1;
  }

  /** The type of a token; the end for an index out of range. */
  int type(int index) {
    return index >= 0 && index < all.size() ? all.get(index).getType() : Token.EOF;
  }

  Token get(int index) {
    return all.get(index);
  }

  /** The place of a token; the end of the text is an empty place after the last token. */
  Span span(int index) {
    if (type(index) != Token.EOF) {
      return span(all.get(index));
    }
    int end = size() == 0 ? 0 : all.get(size() - 1).getStopIndex() + 1;
    return new Span(end, end);
  }

  static Span span(Token token) {
    return new Span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  static Span span(ParserRuleContext tree) {
    return new Span(tree.getStart().getStartIndex(), tree.getStop().getStopIndex() + 1);
  }

  /** The text of a place. */
  String slice(Span span) {
    return text.substring(offset(span.start()), offset(span.end()));
  }

  String slice(ParserRuleContext tree) {
    return slice(span(tree));
  }

  /** A token as it is shown in a message, cut when it is long. */
  String shown(int index) {
    return "`" + cut(all.get(index).getText()) + "`";
  }

  static String cut(String word) {
    return word.codePointCount(0, word.length()) <= SHOWN
        ? word
        : word.substring(0, word.offsetByCodePoints(0, SHOWN)) + "...";
  }

  /** The text with one place written differently. */
  String with(Span span, String replacement) {
    return text.substring(0, offset(span.start()))
        + replacement
        + text.substring(offset(span.end()));
  }

  /** The text with some tokens written differently; a word among them keeps apart from others. */
  String with(Function<Token, Optional<String>> replacement) {
    StringBuilder result = new StringBuilder();
    int done = 0;
    for (Token token : all.subList(0, size())) {
      Optional<String> other = replacement.apply(token);
      if (other.isPresent()) {
        Span span = span(token);
        result.append(text, offset(done), offset(span.start()));
        append(result, other.get());
        done = span.end();
        if (isWord(other.get()) && !text.startsWith(" ", offset(done))) {
          result.append(' ');
        }
      }
    }
    return result.append(text.substring(offset(done))).toString().strip();
  }

  private static void append(StringBuilder result, String word) {
    boolean apart = result.length() > 0 && " (".indexOf(result.charAt(result.length() - 1)) < 0;
    if (isWord(word) && apart) {
      result.append(' ');
    }
    result.append(word);
  }

  private static boolean isWord(String text) {
    return !text.isEmpty() && Character.isLetter(text.codePointBefore(text.length()));
  }

  private int offset(int codePoints) {
    return text.offsetByCodePoints(0, codePoints);
  }
}
