package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.SuiteFile.PublishEntry;
import dev.sluice.dsl.yaml.SuiteFile.Subject;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import dev.sluice.dsl.yaml.internal.YamlNode.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code publish}, and which of its keys go together. */
public final class PublishReading {

  private static final List<String> KNOWN = List.of("into", "mode", "slice", "key");
  private static final List<String> MODES = List.of("append", "replace", "merge");
  private static final String EXAMPLE = "publish: {into: analytics.orders, mode: append}";

  private PublishReading() {}

  public static Optional<PublishEntry> read(Keys suite, Sentences sentences) {
    Optional<Fields> fields = suite.fields("publish", EXAMPLE);
    if (fields.isEmpty()) {
      if (suite.has("publish") && suite.value("publish").isEmpty()) {
        // An empty `publish:` must not quietly be no publish.
        suite.rawText("publish");
      }
      return Optional.empty();
    }
    Keys keys = new Keys(suite.file(), fields.get(), KNOWN, suite.diagnostics());
    Optional<Scalar> into = keys.required("into", "`publish`");
    Optional<Scalar> mode = keys.choice("mode", MODES);
    Optional<Scalar> slice = sentences.under(keys, "slice");
    List<Scalar> key = columns(keys, "key");
    if (mode.isPresent() || !keys.has("mode")) {
      together(suite, keys, mode);
    }
    return into.map(each -> new PublishEntry(each, mode, slice, key, suite.place("publish")));
  }

  private static void together(Keys suite, Keys keys, Optional<Scalar> mode) {
    String name = mode.map(Scalar::value).orElse("append");
    Span place = mode.map(Scalar::span).orElse(suite.place("publish"));
    if (keys.has("slice") && !name.equals("replace")) {
      suite
          .diagnostics()
          .add(
              suite
                  .error(Code.E0107, "`slice` goes with `mode: replace`", keys.place("slice"))
                  .label(place, "this is `" + name + "`"));
    }
    if (keys.has("key") && !name.equals("merge")) {
      suite
          .diagnostics()
          .add(
              suite
                  .error(Code.E0107, "`key` goes with `mode: merge`", keys.place("key"))
                  .label(place, "this is `" + name + "`"));
    }
    if (name.equals("merge") && !keys.meant("key")) {
      suite
          .diagnostics()
          .add(
              suite
                  .error(Code.E0105, "`mode: merge` needs the key `key`", place)
                  .help("add `key: [...]` with the columns that tell rows apart"));
    }
    if (name.equals("replace") && suite.has("where") && !keys.meant("slice")) {
      Diagnostic refused =
          suite.error(
              Code.E0107,
              "`mode: replace` without `slice` replaces the whole table, and `where` takes a part",
              place);
      suite
          .diagnostics()
          .add(
              refused
                  .label(suite.place("where"), "only these rows would remain")
                  .help("add `slice:` with the rows to replace, or `slice: all`"));
    }
  }

  /** Columns as a list, or as one text with commas between. */
  static List<Scalar> columns(Keys keys, String key) {
    List<Scalar> columns = new ArrayList<>();
    boolean list = keys.value(key).map(each -> each instanceof YamlNode.Items).orElse(false);
    for (Text text : keys.texts(key)) {
      List<Subject> subjects = list ? List.of() : SubjectReading.read(text, keys.diagnostics());
      subjects.stream()
          .filter(Subject::pattern)
          .forEach(each -> keys.tell(Code.E0104, "a pattern cannot stand here", each.span()));
      if (list) {
        columns.add(text.scalar());
      } else {
        subjects.forEach(each -> columns.add(each.scalar()));
      }
    }
    return columns;
  }
}
