package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.SuiteFile.LineEntry;
import dev.sluice.dsl.yaml.internal.YamlNode.Broken;
import dev.sluice.dsl.yaml.internal.YamlNode.Field;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import dev.sluice.dsl.yaml.internal.YamlNode.Items;
import dev.sluice.dsl.yaml.internal.YamlNode.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a suite: plain, named ({@code name: sentence}) and long. */
public final class LineReading {

  private static final List<String> LONG = List.of("expect", "name", "because", "tags", "owner");

  private final SourceFile file;
  private final Diagnostics diagnostics;
  private final Sentences sentences;

  public LineReading(SourceFile file, Sentences sentences, Diagnostics diagnostics) {
    this.file = file;
    this.sentences = sentences;
    this.diagnostics = diagnostics;
  }

  /** The lines under a key: a list of them, or a single text. */
  public List<LineEntry> under(Field field) {
    YamlNode value = field.value();
    if (value instanceof Broken || (value instanceof Text text && text.missing())) {
      return List.of();
    }
    if (value instanceof Fields) {
      diagnostics.add(
          Diagnostic.error(
                  Code.E0104,
                  "`" + field.name() + "` takes a list of lines",
                  file,
                  field.key().span())
              .help("begin each line with `- `"));
      return List.of();
    }
    List<YamlNode> nodes = value instanceof Items items ? items.items() : List.of(value);
    List<LineEntry> lines = new ArrayList<>();
    nodes.forEach(node -> line(node).ifPresent(lines::add));
    return lines;
  }

  private Optional<LineEntry> line(YamlNode node) {
    if (node instanceof Items items) {
      if (items.flow()) {
        tell(Code.E0104, "an expectation is a sentence, not a list", items.span());
      } else {
        sentences.tellList(items);
      }
      return Optional.empty();
    }
    if (node instanceof Fields fields) {
      return keyed(fields);
    }
    return sentences.whole(node, "this line", node.span()).map(LineReading::plain);
  }

  private static LineEntry plain(Scalar sentence) {
    return new LineEntry(sentence, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  private Optional<LineEntry> keyed(Fields fields) {
    boolean altered = fields.fields().stream().anyMatch(each -> !Names.isName(each.name()));
    if (altered) {
      sentences.tellColon(fields);
      return Optional.empty();
    }
    boolean named = fields.fields().size() == 1 && !LONG.contains(fields.fields().get(0).name());
    return named ? named(fields.fields().get(0)) : longForm(fields);
  }

  private Optional<LineEntry> named(Field field) {
    return sentences
        .value(field)
        .map(
            sentence ->
                new LineEntry(
                    sentence,
                    Optional.of(field.key().scalar()),
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));
  }

  private Optional<LineEntry> longForm(Fields fields) {
    Optional<Field> named =
        fields.fields().stream().filter(each -> !LONG.contains(each.name())).findFirst();
    boolean expects = fields.fields().stream().anyMatch(each -> each.name().equals("expect"));
    boolean slip = named.isPresent() && !DidYouMean.suggest(named.get().name(), LONG).isEmpty();
    if (named.isPresent() && !expects && !slip) {
      String name = named.get().name();
      diagnostics.add(
          Diagnostic.error(Code.E0102, "unknown key `" + name + "`", file, named.get().key().span())
              .help(
                  fields.fields().stream().anyMatch(each -> each.name().equals("name"))
                      ? "the sentence of a line with more keys stands under `expect`"
                      : "a line with more keys is written `expect: ...` and `name: " + name + "`"));
      return Optional.empty();
    }
    Keys keys = new Keys(file, fields, LONG, diagnostics);
    if (!keys.meant("expect")) {
      diagnostics.add(
          keys.error(Code.E0105, "a line with keys needs the key `expect`", keys.firstKey())
              .help("write `expect: ...` for the sentence, and `name: ...` for its name"));
    }
    Optional<Scalar> name = keys.text("name");
    name.filter(each -> !Names.isName(each.value()))
        .ifPresent(
            each ->
                diagnostics.add(
                    keys.error(Code.E0104, "a name is letters, digits and `_`", each.span())
                        .help("such as `email_filled`")));
    Optional<Scalar> because = keys.text("because");
    List<Scalar> tags = keys.scalars("tags");
    Optional<Scalar> owner = keys.text("owner");
    return sentences
        .under(keys, "expect")
        .map(sentence -> new LineEntry(sentence, name, because, tags, owner));
  }

  private void tell(Code code, String message, Span place) {
    diagnostics.add(Diagnostic.error(code, message, file, place));
  }
}
