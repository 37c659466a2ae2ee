package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.internal.YamlNode.Broken;
import dev.sluice.dsl.yaml.internal.YamlNode.Field;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import dev.sluice.dsl.yaml.internal.YamlNode.Items;
import dev.sluice.dsl.yaml.internal.YamlNode.Style;
import dev.sluice.dsl.yaml.internal.YamlNode.Text;
import java.util.Optional;

/** Texts in the expectation language or in SQL, which YAML must have left whole. */
public final class Sentences {

  private final SourceFile file;
  private final int[] raw;
  private final Diagnostics diagnostics;

  public Sentences(SourceFile file, Diagnostics diagnostics) {
    this.file = file;
    this.raw = file.text().codePoints().toArray();
    this.diagnostics = diagnostics;
  }

  /** The sentence under a key; empty when there is none, or none that is whole. */
  public Optional<Scalar> under(Keys keys, String key) {
    return keys.field(key).flatMap(field -> value(field));
  }

  /** The sentence that is a key's value. */
  public Optional<Scalar> value(Field field) {
    return whole(field.value(), "`" + field.name() + "`", field.key().span());
  }

  /**
   * A text that YAML left whole.
   *
   * @param what as a message names it
   * @param place where to point when there is no text
   */
  public Optional<Scalar> whole(YamlNode node, String what, Span place) {
    if (node instanceof Broken) {
      return Optional.empty();
    }
    boolean keyed =
        node instanceof Fields fields
            && fields.fields().stream().allMatch(each -> Names.isName(each.name()));
    if (node instanceof Fields fields && !keyed) {
      tellColon(fields);
      return Optional.empty();
    }
    if (!(node instanceof Text text)) {
      tell(Code.E0104, what + " takes a text, not " + Keys.shape(node), place);
      return Optional.empty();
    }
    if (text.value().isBlank()) {
      tell(Code.E0104, what + " is empty", place);
      return Optional.empty();
    }
    Optional<Diagnostic> altered = cutByComment(text).or(() -> joined(text));
    altered.ifPresent(diagnostics::add);
    return altered.isPresent() ? Optional.empty() : Optional.of(text.scalar());
  }

  /** A line that became a key and a value. */
  void tellColon(Fields fields) {
    int end = fields.span().end();
    if (!fields.fields().isEmpty()) {
      end = fields.fields().get(0).value().span().end();
    }
    int colon = fields.fields().isEmpty() ? end : fields.fields().get(0).key().span().end();
    while (colon < end && raw[colon] != ':') {
      colon++;
    }
    Diagnostic keyed =
        Diagnostic.error(
            Code.E0106,
            "YAML takes this line for a key and its value, as it holds `: `",
            file,
            new Span(colon, colon + 1));
    diagnostics.add(
        keyed
            .caret("read as the end of a key")
            .help(
                "quote the whole line: "
                    + Alterations.quoted(RawLines.item(raw, fields.span().start(), end))));
  }

  /** A line that became a list within the list. */
  void tellList(Items items) {
    Span dash = new Span(items.span().start(), items.span().start() + 1);
    diagnostics.add(
        Diagnostic.error(
                Code.E0106, "YAML takes `- ` for the start of a list within the list", file, dash)
            .help(
                "quote the whole line: "
                    + Alterations.quoted(
                        RawLines.item(raw, items.span().start(), items.span().end()))));
  }

  /** A {@code #} that stood inside a text: what is left of the line has an open quote. */
  private Optional<Diagnostic> cutByComment(Text text) {
    if (text.style() != Style.PLAIN || !RawLines.opensQuote(text.value())) {
      return Optional.empty();
    }
    int hash = text.span().end();
    while (hash < raw.length && Signs.isBlank(raw[hash])) {
      hash++;
    }
    if (hash >= raw.length || raw[hash] != '#') {
      return Optional.empty();
    }
    int lineEnd = RawLines.lineEnd(raw, hash);
    return Optional.of(
        Diagnostic.error(
                Code.E0106,
                "YAML cuts this text at ` #` and takes the rest for a comment",
                file,
                new Span(hash, lineEnd))
            .caret("read as a comment")
            .help(
                "quote the whole text: "
                    + Alterations.quoted(RawLines.item(raw, text.span().start(), lineEnd))));
  }

  /** An entry of a list that is indented too far, and so became part of the one above. */
  private Optional<Diagnostic> joined(Text text) {
    if (text.style() != Style.PLAIN) {
      return Optional.empty();
    }
    for (int index = text.span().start(); index < text.span().end(); index++) {
      if (!Signs.isBreak(raw[index])) {
        continue;
      }
      int dash = index + 1;
      while (dash < text.span().end() && raw[dash] <= ' ') {
        dash++;
      }
      boolean entry = dash + 1 < text.span().end() && raw[dash] == '-' && raw[dash + 1] == ' ';
      if (entry) {
        return Optional.of(
            Diagnostic.error(
                    Code.E0106,
                    "YAML joins this line to the one above, as it is indented further",
                    file,
                    new Span(dash, dash + 1))
                .help("put the `-` below the one above; a minus goes to the end of a line"));
      }
    }
    return Optional.empty();
  }

  private void tell(Code code, String message, Span place) {
    diagnostics.add(Diagnostic.error(code, message, file, place));
  }
}
