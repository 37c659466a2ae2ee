package dev.sluice.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.syntax.internal.SentenceLexer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

  record Sentence(String written, String printed) {
    @Override
    public String toString() {
      return written;
    }
  }

  static Stream<Sentence> sentences() throws IOException {
    try (InputStream file = SentencesTest.class.getResourceAsStream("sentences.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" => ", 2))
          .map(parts -> new Sentence(parts[0], parts[parts.length - 1]));
    }
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void prints_in_the_one_spelling_and_parses_to_the_same_tree(Sentence sentence) {
    Line first = Parsed.line(sentence.written()).right();
    String printed = Printer.line(first);
    assertThat(printed).isEqualTo(sentence.printed());
    Line again = Parsed.line(printed).right();
    assertThat(Shape.of(again)).isEqualTo(Shape.of(first));
    assertThat(Printer.line(again)).isEqualTo(printed);
  }

  @Test
  void are_many() throws IOException {
    assertThat(sentences().count()).isGreaterThan(200);
  }

  @Test
  void none_is_ambiguous() throws IOException {
    List<String> ambiguous = new ArrayList<>();
    for (Sentence sentence : sentences().toList()) {
      SentenceLexer lexer = new SentenceLexer(CharStreams.fromString(sentence.written()));
      var parser = new dev.sluice.dsl.syntax.internal.SentenceParser(new CommonTokenStream(lexer));
      parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
      parser.removeErrorListeners();
      parser.addErrorListener(
          new BaseErrorListener() {
            @Override
            public void reportAmbiguity(
                Parser recognizer,
                DFA dfa,
                int start,
                int stop,
                boolean exact,
                BitSet alternatives,
                ATNConfigSet configurations) {
              ambiguous.add(sentence.written() + " in decision " + dfa.decision);
            }
          });
      parser.lineEntry();
      assertThat(parser.getNumberOfSyntaxErrors()).as(sentence.written()).isZero();
    }
    assertThat(ambiguous).isEmpty();
  }
}
