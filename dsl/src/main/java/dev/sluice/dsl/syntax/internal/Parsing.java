package dev.sluice.dsl.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Runs the generated parser: first with the quick prediction, then with the full one, and without
 * any repair of the tokens.
 */
final class Parsing<T> {

  private final Form<T> form;
  private final Tokens tokens;

  Parsing(Form<T> form, Tokens tokens) {
    this.form = form;
    this.tokens = tokens;
  }

  /** The tree, or nothing when the text is not of this form. */
  Optional<Function<Trees, T>> tree() {
    Outcome<T> quick = run(tokens.all(), PredictionMode.SLL);
    return quick.tree().isPresent() ? quick.tree() : run(tokens.all(), PredictionMode.LL).tree();
  }

  /** The index of the first token that does not fit; the end's when none does not. */
  int place() {
    return run(tokens.all(), PredictionMode.LL).place();
  }

  /** Whether a token of another type would have fitted at a place. */
  boolean fits(int type, int place) {
    List<Token> probe = new ArrayList<>(tokens.all().subList(0, place));
    probe.add(new CommonToken(type, "?"));
    probe.add(new CommonToken(Token.EOF, "<end>"));
    Outcome<T> outcome = run(probe, PredictionMode.LL);
    return outcome.tree().isPresent() || outcome.place() > place;
  }

  private Outcome<T> run(List<Token> input, PredictionMode mode) {
    SentenceParser parser = new SentenceParser(new CommonTokenStream(new ListTokenSource(input)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(mode);
    try {
      return new Outcome<>(Optional.of(form.parse(parser)), input.size() - 1);
    } catch (ParseCancellationException cancelled) {
      if (cancelled.getCause() instanceof RecognitionException cause) {
        return new Outcome<>(Optional.empty(), cause.getOffendingToken().getTokenIndex());
      }
      throw cancelled;
    }
  }

  private record Outcome<T>(Optional<Function<Trees, T>> tree, int place) {}
}
