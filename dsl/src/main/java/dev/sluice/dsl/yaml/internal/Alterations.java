package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.internal.YamlNode.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where YAML would silently make something else of what was written, in one sentence each. */
final class Alterations {

  private final SourceFile file;
  // The text as it is shown, which is not the text that was parsed where secrets are covered.
  private final int[] shown;
  private final Set<String> anchors = new HashSet<>();

  Alterations(SourceFile file) {
    this.file = file;
    this.shown = file.text().codePoints().toArray();
  }

  /** A tag or an anchor before a value. */
  Diagnostic property(Span node, @Nullable String anchor, boolean text) {
    int end = node.start();
    while (end < node.end() && shown[end] > ' ') {
      end++;
    }
    Span property = new Span(node.start(), Math.max(end, node.start() + 1));
    boolean isAnchor = shown[node.start()] == '&';
    if (anchor != null) {
      anchors.add(anchor);
    }
    String written = written(property);
    String message =
        isAnchor
            ? "YAML takes `" + written + "` for an anchor and drops it"
            : "YAML takes `" + written + "` for a tag and drops it";
    String help =
        text
            ? "quote the whole text: "
                + quoted(RawLines.item(shown, node.start(), node.end()))
                + (shown[node.start()] == '!' ? ", and for `!` write `not`" : "")
            : "anchors and tags are not read here: write the value out";
    return Diagnostic.error(Code.E0106, message, file, property).help(help);
  }

  /** A reference to an anchor; empty when the anchor itself was told. */
  Optional<Diagnostic> alias(String anchor, Span span) {
    return anchors.contains(anchor)
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                    Code.E0106,
                    "YAML takes `" + written(span) + "` for a reference to an anchor",
                    file,
                    span)
                .help("write the value out, or quote the whole text"));
  }

  /** A text that reads otherwise than it is written, for a reason we do not know. */
  Diagnostic unexplained(Span span) {
    return Diagnostic.error(
            Code.E0106, "YAML reads this text otherwise than it is written", file, span)
        .help("quote the whole text");
  }

  /** A comma within {@code [ ]} or {@code { }} that stood inside round brackets or quotes. */
  Optional<Diagnostic> split(List<YamlNode> parts, char bracket) {
    for (int index = 0; index + 1 < parts.size(); index++) {
      boolean cut =
          RawLines.opensBracket(plain(parts, index))
              || (RawLines.opensQuote(plain(parts, index))
                  && RawLines.opensQuote(plain(parts, index + 1)));
      if (cut) {
        String pair = bracket == '[' ? "[ ]" : "{ }";
        String help =
            bracket == '['
                ? "write the entries below one another, each after `- `, or quote this one"
                : "write the keys below one another, or quote this value";
        return Optional.of(
            Diagnostic.error(
                    Code.E0106,
                    "YAML ends the entry at a comma, as it stands within `" + pair + "`",
                    file,
                    parts.get(index).span())
                .caret("read as an entry of its own")
                .help(help));
      }
    }
    return Optional.empty();
  }

  private static String plain(List<YamlNode> parts, int index) {
    return parts.get(index) instanceof Text text && text.style() == YamlNode.Style.PLAIN
        ? text.value()
        : "";
  }

  private String written(Span span) {
    return new String(shown, span.start(), span.length());
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
