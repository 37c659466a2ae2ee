package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.Secret;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * {@code ${NAME}} in {@code sluice.yml}, replaced from the environment. Replaced text is never read
 * as YAML, nor looked through for further variables.
 */
public final class Variables {

  // Within { } YAML ends a text at a brace, so the braces of variables are put out of its way.
  private static final int OPEN = 0xF8F0;
  private static final int CLOSE = 0xF8F1;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Function<String, Optional<String>> environment;
  private final Diagnostics diagnostics;

  public Variables(Function<String, Optional<String>> environment, Diagnostics diagnostics) {
    this.environment = environment;
    this.diagnostics = diagnostics;
  }

  /** The same text, as long, with the braces of variables as signs that mean nothing to YAML. */
  public static int[] protect(int[] raw) {
    int[] safe = raw.clone();
    for (int index = 0; index + 1 < raw.length; index++) {
      if (raw[index] != '$' || raw[index + 1] != '{') {
        continue;
      }
      int close = index + 2;
      while (close < raw.length && raw[close] > ' ' && raw[close] != '}' && raw[close] != '{') {
        close++;
      }
      if (close < raw.length && raw[close] == '}') {
        safe[index + 1] = OPEN;
        safe[close] = CLOSE;
      }
    }
    return safe;
  }

  /** The text with its variables replaced; empty when one of them has no value. */
  Optional<Scalar> replace(Scalar scalar) {
    int[] points = scalar.value().codePoints().toArray();
    PlacedText text = new PlacedText();
    boolean complete = true;
    int index = 0;
    while (index < points.length) {
      boolean variable =
          points[index] == '$' && index + 1 < points.length && points[index + 1] == OPEN;
      if (!variable) {
        Span place = scalar.at(new Span(index, index + 1));
        text.add(points[index], place.start(), place.end());
        index++;
        continue;
      }
      int close = index + 2;
      while (close < points.length && points[close] != CLOSE) {
        close++;
      }
      String name = new String(points, index + 2, close - index - 2);
      int behind = Math.min(close + 1, points.length);
      Span place = scalar.at(new Span(index, behind));
      Optional<String> value = value(name, scalar, place);
      value.ifPresent(
          found -> found.codePoints().forEach(each -> text.add(each, place.start(), place.end())));
      complete &= value.isPresent();
      index = behind;
    }
    return complete ? Optional.of(text.scalar(scalar.file(), scalar.span())) : Optional.empty();
  }

  Optional<Secret> secret(Optional<Scalar> scalar) {
    return scalar.flatMap(this::replace).map(each -> Secret.of(each.value()));
  }

  private Optional<String> value(String name, Scalar scalar, Span place) {
    if (!NAME.matcher(name).matches()) {
      diagnostics.add(
          Diagnostic.error(
                  Code.E0004, "`${...}` holds a variable's name alone", scalar.file(), place)
              .help("such as `${PGPASSWORD}`"));
      return Optional.empty();
    }
    Optional<String> value = environment.apply(name);
    if (value.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(
                  Code.E0004,
                  "the environment variable `" + name + "` is not set",
                  scalar.file(),
                  place)
              .help("set it, or write the value here"));
    }
    return value;
  }
}
