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
import java.util.Optional;
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
    for (Sentence sentence : sentences().toList()) {
      assertThat(ambiguities(sentence.written())).isEmpty();
    }
  }

  /** Wrong ones are among them: their beginnings are not to be read in two ways either. */
  @Test
  void none_of_the_documents_is_ambiguous() throws IOException {
    List<String> all = DocumentSentences.all();
    for (String sentence : all) {
      assertThat(ambiguities(sentence)).isEmpty();
    }
    assertThat(all).hasSizeGreaterThan(300);
  }

  @Test
  void those_of_the_documents_are_printed_and_parsed_again() throws IOException {
    int right = 0;
    for (String sentence : DocumentSentences.all()) {
      Optional<Line> line = Parsed.line(sentence).tree();
      if (line.isPresent()) {
        right++;
        String printed = Printer.line(line.get());
        assertThat(Shape.of(Parsed.line(printed).right())).isEqualTo(Shape.of(line.get()));
        assertThat(Printer.line(Parsed.line(printed).right())).isEqualTo(printed);
      }
    }
    assertThat(right).isGreaterThan(280);
  }

  private static List<String> ambiguities(String sentence) {
    List<String> ambiguous = new ArrayList<>();
    SentenceLexer lexer = new SentenceLexer(CharStreams.fromString(sentence));
    lexer.removeErrorListeners();
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
            ambiguous.add(sentence + " in decision " + dfa.decision);
          }
        });
    parser.lineEntry();
    return ambiguous;
  }
}
