package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A place that is not YAML, in our words.
 *
 * @param item what to pass over in order to read on; empty when the rest of the file depends on it
 */
record YamlFault(Diagnostic diagnostic, Optional<Span> item) {

  /** What is wrong, where, and what to do about it. */
  record Story(String message, Span place, String help) {}

  static YamlFault of(MarkedYAMLException broken, SourceFile file, int[] raw) {
    String problem = String.valueOf(broken.getProblem());
    int place = Math.min(index(broken.getProblemMark()), raw.length);
    int context = Math.min(index(broken.getContextMark()), raw.length);
    Optional<Span> value = RawLines.value(raw, place);
    Optional<Story> open = openQuote(problem, context);
    Optional<Story> line =
        open.isPresent()
            ? Optional.empty()
            : value.flatMap(each -> LineFault.of(problem, file, raw, each, place));
    Story story = open.or(() -> line).orElseGet(() -> story(problem, file, raw, place, context));
    Diagnostic diagnostic = Diagnostic.error(Code.E0101, story.message(), file, story.place());
    return new YamlFault(
        story.help().isEmpty() ? diagnostic : diagnostic.help(story.help()),
        line.isPresent() ? value : Optional.empty());
  }

  private static Optional<Story> openQuote(String problem, int context) {
    boolean open =
        problem.contains("unexpected end of stream")
            || problem.contains("unexpected document separator");
    return open
        ? Optional.of(
            new Story(
                "a quote is opened and never closed",
                new Span(context, context + 1),
                "close it; within single quotes a quote is written twice"))
        : Optional.empty();
  }

  /** Faults on which the rest of the file depends. */
  private static Story story(String problem, SourceFile file, int[] raw, int place, int context) {
    Span here = new Span(place, Math.min(place + 1, raw.length));
    Optional<Story> cut = cutAbove(file, raw, place);
    if (cut.isPresent()) {
      return cut.get();
    }
    if (problem.contains("TAB")) {
      return new Story("a tab cannot indent YAML", here, "use spaces");
    }
    if (problem.contains("',' or ']'") || problem.contains("',' or '}'")) {
      String sign = problem.contains("']'") ? "]" : "}";
      return new Story(
          "a bracket is opened and not closed",
          new Span(context, context + 1),
          "add the `" + sign + "`, or write the entries below one another");
    }
    if (problem.contains("mapping values are not allowed")) {
      return colon(raw, place, here);
    }
    if (problem.contains("could not find expected ':'")) {
      Span line = new Span(context, Math.max(context, RawLines.lineEnd(raw, context)));
      String text = RawLines.item(raw, line.start(), line.end());
      return new Story("this is neither a key nor an entry of a list", line, beginning(text));
    }
    if (problem.contains("<block end>") || problem.contains("sequence entries")) {
      return new Story(
          "this does not stand in line with what is above it",
          here,
          "indent keys of one level, and entries of one list, alike");
    }
    return new Story("this is not YAML", here, "");
  }

  /** A colon that begins no value, mostly for what stands before its line. */
  private static Story colon(int[] raw, int place, Span here) {
    int start = RawLines.lineStart(raw, place);
    String line = new String(raw, start, RawLines.lineEnd(raw, start) - start);
    String key = new String(raw, start, Math.max(0, place - start)).strip();
    int indent = line.length() - line.stripLeading().length();
    int before = RawLines.lineStart(raw, Math.max(0, start - 1));
    String above = new String(raw, before, Math.max(0, start - 1 - before)).stripTrailing();
    if (LineReading.LONG.contains(key) && above.strip().startsWith("- ")) {
      return new Story(
          "`" + key + "` stands under a sentence that has no key of its own",
          new Span(start + indent, place),
          "write `- expect: ...` for the sentence above");
    }
    boolean level = above.length() - above.stripLeading().length() == indent;
    boolean noKey = level && !above.isBlank() && above.indexOf(':') < 0;
    if (noKey && !above.strip().startsWith("- ")) {
      Span whole = new Span(before + indent, before + above.codePointCount(0, above.length()));
      return new Story(
          "this is neither a key nor an entry of a list", whole, beginning(above.strip()));
    }
    return new Story(
        "a colon may not stand here", here, "indent like the lines above, or add quotes");
  }

  private static String beginning(String text) {
    int colon = text.indexOf(':');
    if (text.startsWith("\"") && colon > 0) {
      return "put the whole key in quotes: " + Alterations.quoted(text.substring(0, colon));
    }
    if (text.startsWith("-")) {
      return "write a space after the dash";
    }
    return colon > 0 && Names.isName(text.substring(0, colon))
        ? "write a space after the colon"
        : "a key ends with a colon; an entry begins with `- `";
  }

  /** A text of several lines that ended too early, at a {@code #} within its quotes. */
  private static Optional<Story> cutAbove(SourceFile file, int[] raw, int place) {
    int above = Math.max(0, RawLines.lineStart(raw, place) - 1);
    Optional<Span> value = RawLines.value(raw, above);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    int start = RawLines.lineStart(raw, above);
    String line = new String(raw, start, RawLines.lineEnd(raw, start) - start);
    boolean deeper =
        place - RawLines.lineStart(raw, place) > line.length() - line.stripLeading().length();
    int hash = line.indexOf(" #");
    if (hash < 0 || !deeper) {
      return Optional.empty();
    }
    Span comment =
        new Span(
            start + line.codePointCount(0, hash + 1),
            Math.min(start + line.codePointCount(0, line.length()), file.length()));
    String text = line.substring(line.offsetByCodePoints(0, value.get().start() - start), hash);
    return Optional.of(
        RawLines.opensQuote(text)
            ? new Story(
                "YAML cuts this text at ` #` and takes the rest for a comment",
                comment,
                "quote the whole text, a quote within it twice")
            : new Story(
                "a text ends at its comment, and this one goes on below",
                comment,
                "put the comment on a line of its own above"));
  }

  private static int index(@Nullable Mark mark) {
    return mark == null ? 0 : mark.getIndex();
  }
}
