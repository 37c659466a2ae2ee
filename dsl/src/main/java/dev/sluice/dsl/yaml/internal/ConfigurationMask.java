package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.internal.YamlNode.Broken;
import dev.sluice.dsl.yaml.internal.YamlNode.Field;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import dev.sluice.dsl.yaml.internal.YamlNode.Items;
import dev.sluice.dsl.yaml.internal.YamlNode.Text;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Covers the secrets of a configuration before anything of it can be shown. Every value under
 * {@code connections} counts as one, but for addresses and users; and, since the file may be
 * broken, so does whatever follows a word such as {@code password}.
 */
public final class ConfigurationMask {

  private static final Pattern TOLD =
      Pattern.compile(
          "(?i)(?:pass|pwd|secret|token|credential)[\\w.-]{0,40}[\"']?[ \\t]{0,40}[:=]"
              + "[ \\t]{0,40}(\\S.*)");
  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "://[^/\\s@]{0,200}:([^/\\s]{1,1000})@|:thin:[^/\\s]{0,200}/([^@\\s]{1,1000})@");
  private static final Set<String> OPEN = Set.of("url", "user");

  private final int[] shown;

  private ConfigurationMask(int[] shown) {
    this.shown = shown;
  }

  /**
   * The same file, as long, with asterisks for its secrets.
   *
   * @param raw the text as {@link Variables#protect} gives it
   */
  public static SourceFile mask(SourceFile file, int[] raw) {
    ConfigurationMask mask = new ConfigurationMask(file.text().codePoints().toArray());
    mask.byWords(TOLD);
    mask.byWords(IN_ADDRESS);
    YamlTree.read(file, raw, new Diagnostics())
        .filter(Fields.class::isInstance)
        .ifPresent(root -> mask.connections((Fields) root));
    return new SourceFile(file.name(), new String(mask.shown, 0, mask.shown.length));
  }

  private void byWords(Pattern pattern) {
    String text = new String(shown, 0, shown.length);
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.start(group) >= 0) {
          int start = text.codePointCount(0, matcher.start(group));
          cover(
              new Span(
                  start, start + text.codePointCount(matcher.start(group), matcher.end(group))));
        }
      }
    }
  }

  private void connections(Fields root) {
    for (Field field : root.fields()) {
      if (field.name().equals("connections")) {
        below(field.value());
      }
    }
  }

  private void below(YamlNode node) {
    if (node instanceof Fields fields) {
      for (Field field : fields.fields()) {
        boolean open = OPEN.contains(field.name()) && field.value() instanceof Text;
        if (!open) {
          below(field.value());
        }
      }
    } else if (node instanceof Items items) {
      items.items().forEach(this::below);
    } else if (node instanceof Broken || !((Text) node).value().contains(":")) {
      // A text with a colon is an address, of which only the password is covered.
      cover(node.span());
    }
  }

  private void cover(Span span) {
    for (int index = span.start(); index < span.end(); index++) {
      if (shown[index] > ' ') {
        shown[index] = '*';
      }
    }
  }
}
