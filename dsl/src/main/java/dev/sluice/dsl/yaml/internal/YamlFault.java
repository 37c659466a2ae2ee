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
  private record Story(String message, Span place, String help, boolean readsOn) {}

  static YamlFault of(MarkedYAMLException broken, SourceFile file, int[] raw) {
    int place = Math.min(index(broken.getProblemMark()), raw.length);
    Optional<Span> value = RawLines.value(raw, place);
    Story story = story(broken, raw, place, value);
    Diagnostic diagnostic = Diagnostic.error(Code.E0101, story.message(), file, story.place());
    return new YamlFault(
        story.help().isEmpty() ? diagnostic : diagnostic.help(story.help()),
        story.readsOn() ? value : Optional.empty());
  }

  private static Story story(
      MarkedYAMLException broken, int[] raw, int place, Optional<Span> value) {
    String problem = String.valueOf(broken.getProblem());
    Span here = new Span(place, Math.min(place + 1, raw.length));
    if (problem.contains("unexpected end of stream")
        || problem.contains("unexpected document separator")) {
      int open = index(broken.getContextMark());
      return new Story(
          "a quote is opened and never closed",
          new Span(open, open + 1),
          "close it; within single quotes a quote is written twice",
          false);
    }
    if (value.isPresent()) {
      Optional<Story> told = line(problem, raw, value.get(), place, here);
      if (told.isPresent()) {
        return told.get();
      }
    }
    if (problem.contains("TAB")) {
      return new Story("a tab cannot indent YAML", here, "use spaces", false);
    }
    if (problem.contains("',' or ']'") || problem.contains("',' or '}'")) {
      int open = index(broken.getContextMark());
      String sign = problem.contains("']'") ? "]" : "}";
      return new Story(
          "a bracket is opened and not closed",
          new Span(open, open + 1),
          "add the `" + sign + "`, or write the entries below one another",
          false);
    }
    if (problem.contains("mapping values are not allowed")) {
      return new Story(
          "a colon may not stand here", here, "indent like the lines above, or add quotes", false);
    }
    if (problem.contains("could not find expected ':'")) {
      int start = index(broken.getContextMark());
      Span line = new Span(start, Math.max(start, RawLines.lineEnd(raw, start)));
      return new Story(
          "this is neither a key nor an entry of a list",
          line,
          "a key ends with a colon; an entry begins with `- `",
          false);
    }
    if (problem.contains("<block end>") || problem.contains("sequence entries")) {
      return new Story(
          "this does not stand in line with what is above it",
          here,
          "indent keys of one level, and entries of one list, alike",
          false);
    }
    return new Story("this is not YAML", here, "", false);
  }

  /** Faults that lie within one line, so that the rest of the file can be read. */
  private static Optional<Story> line(String problem, int[] raw, Span value, int place, Span here) {
    String text = new String(raw, value.start(), value.length());
    String help = "quote the whole text: " + Alterations.quoted(text);
    int first = text.codePointAt(0);
    if (problem.contains("mapping values are not allowed")) {
      return Optional.of(
          new Story(
              "YAML reads `: ` as the end of a key, and the line has one already",
              here,
              help,
              true));
    }
    if (problem.contains("unknown escape") || problem.contains("escape sequence")) {
      Span escape = new Span(Math.max(0, place - 1), Math.min(place + 1, raw.length));
      return Optional.of(
          new Story(
              "double quotes in YAML do not know this escape",
              escape,
              "use single quotes, in which a backslash is a backslash",
              true));
    }
    Span sign = new Span(value.start(), value.start() + 1);
    String begins = "a text cannot begin with `" + Character.toString(first) + "`";
    return switch (first) {
      case '\'', '"' -> afterQuotes(text, value, help);
      case '>', '|' ->
          Optional.of(
              new Story(
                  begins, sign, "begin with the column, or under `columns:` with `value`", true));
      case '@', '`', '%', '*', '&', '!' -> Optional.of(new Story(begins, sign, help, true));
      case '[', '{' ->
          Optional.of(
              new Story(
                  "a list in brackets is not closed, or goes on behind its bracket",
                  value,
                  "write the entries below one another, or " + help,
                  true));
      default -> Optional.empty();
    };
  }

  /** {@code 'EUR' = currency}: for YAML the text is over at the second quote. */
  private static Optional<Story> afterQuotes(String text, Span value, String help) {
    int closed = text.indexOf(text.charAt(0), 1);
    if (closed < 0 || text.substring(closed + 1).isBlank()) {
      return Optional.empty();
    }
    int length = text.codePointCount(0, closed + 1);
    return Optional.of(
        new Story(
            "YAML takes the quotes at the start for the whole text",
            new Span(value.start(), value.start() + length),
            help,
            true));
  }

  private static int index(@Nullable Mark mark) {
    return mark == null ? 0 : mark.getIndex();
  }
}
