package dev.sluice.dsl.yaml;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.internal.Layout;
import dev.sluice.dsl.yaml.internal.Quoting;
import dev.sluice.dsl.yaml.internal.YamlNode;
import dev.sluice.dsl.yaml.internal.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file in which some sentences get another spelling. All that is not replaced stays byte for
 * byte, and so does a text that differs from its new spelling in line breaks alone.
 */
public final class TextReplacement {

  private final SourceFile file;
  private final int[] raw;
  private final List<Span> brackets = new ArrayList<>();
  private final Map<Integer, Change> changes = new TreeMap<>();

  private record Change(Span span, String written) {}

  /**
   * @param file a file that was read without errors
   */
  public TextReplacement(SourceFile file) {
    this.file = file;
    this.raw = file.text().codePoints().toArray();
    YamlTree.read(file, new Diagnostics()).ifPresent(this::addBrackets);
  }

  private void addBrackets(YamlNode node) {
    if (node instanceof YamlNode.Items items) {
      if (items.flow()) {
        brackets.add(items.span());
      }
      items.items().forEach(this::addBrackets);
    } else if (node instanceof YamlNode.Fields fields) {
      if (fields.flow()) {
        brackets.add(fields.span());
      }
      fields.fields().forEach(each -> addBrackets(each.value()));
    }
  }

  /**
   * Gives a text of the file a new value, on one line, with the quotes that it needs or had.
   *
   * @param text as it was read from the file
   */
  public void put(Scalar text, String value) {
    Layout layout = Layout.of(raw, text);
    if (layout.onOneLine().equals(value)) {
      return;
    }
    Span span = layout.span();
    boolean bracketed =
        brackets.stream()
            .anyMatch(each -> each.start() <= span.start() && span.end() <= each.end());
    String written = Quoting.write(value, layout.style(), bracketed);
    changes.put(span.start(), new Change(span, written + layout.comment()));
  }

  /** The file with its new texts. */
  public String text() {
    StringBuilder text = new StringBuilder(file.text().length());
    int from = 0;
    for (Change change : changes.values()) {
      text.append(new String(raw, from, change.span().start() - from)).append(change.written());
      from = change.span().end();
    }
    return text.append(new String(raw, from, raw.length - from)).toString();
  }
}
