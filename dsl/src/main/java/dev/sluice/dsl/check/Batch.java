package dev.sluice.dsl.check;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.source.Scalar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a load: plain text, or exactly one parameter. */
final class Batch {

  private static final Pattern PARAMETER =
      Pattern.compile("\\$[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Nd}\\p{M}_]*");

  private Batch() {}

  static Optional<String> text(Scalar written, Parameters parameters, Diagnostics diagnostics) {
    String text = written.value().strip();
    Matcher parameter = PARAMETER.matcher(text);
    if (!parameter.find()) {
      return Optional.of(text);
    }
    String first = parameter.group();
    if (!first.equals(text)) {
      diagnostics.add(
          Diagnostic.error(
                  Code.E0507,
                  "`batch` is plain text or one parameter, not both",
                  written.file(),
                  written.span())
              .help("write `batch: " + first + "`"));
      return Optional.empty();
    }
    String name = first.substring(1);
    if (!parameters.isDeclared(name)) {
      String advice = DidYouMean.phrase(name, parameters.names());
      diagnostics.add(
          Diagnostic.error(
                  Code.E0404, "no parameter `$" + name + "`", written.file(), written.span())
              .help(advice.isEmpty() ? "declare it under `params:`" : advice));
    }
    return parameters.text(name);
  }
}
