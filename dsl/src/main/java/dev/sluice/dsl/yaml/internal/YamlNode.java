package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import java.util.List;

/**
 * A piece of a YAML file. Every text is kept as it was written: nothing becomes a number, a date or
 * a truth value.
 */
public sealed interface YamlNode {

  /** The place in the file, in code points. */
  Span span();

  /** How a text is quoted in the file. */
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  /** A text; a plain one may be empty, where the file gives a key no value. */
  record Text(Scalar scalar, Style style) implements YamlNode {

    @Override
    public Span span() {
      return scalar.span();
    }

    public String value() {
      return scalar.value();
    }

    /** Whether there is no value at all, as after {@code where:}. */
    public boolean missing() {
      return style == Style.PLAIN && value().isEmpty();
    }
  }

  /** A list, {@code flow} when in brackets. */
  record Items(List<YamlNode> items, boolean flow, Span span) implements YamlNode {}

  /** Keys with their values, {@code flow} when in braces; no key stands twice. */
  record Fields(List<Field> fields, boolean flow, Span span) implements YamlNode {}

  /** One key and its value. */
  record Field(Text key, YamlNode value) {

    public String name() {
      return key.value();
    }
  }

  /** Something that is wrong and was told already; readers pass it over in silence. */
  record Broken(Span span) implements YamlNode {}
}
