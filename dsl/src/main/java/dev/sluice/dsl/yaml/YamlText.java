package dev.sluice.dsl.yaml;

import dev.sluice.dsl.yaml.internal.Quoting;
import dev.sluice.dsl.yaml.internal.YamlNode.Style;
import java.util.Set;

/** Texts as a suite holds them. */
public final class YamlText {

  // What YAML 1.1 reads as something else than text when nothing is around it.
  private static final Set<String> WORDS = Set.of("", "~", "null", "Null", "NULL", "<<");

  private YamlText() {}

  /** The text on one line, in quotes where YAML would read it otherwise without them. */
  public static String write(String text) {
    boolean quoted = WORDS.contains(text) || !text.equals(text.strip());
    return Quoting.write(text, quoted ? Style.SINGLE_QUOTED : Style.PLAIN, false);
  }

  /**
   * The text in double quotes: as a key of {@code columns}, the one column of exactly that name.
   */
  public static String quoted(String text) {
    return Quoting.escaped(text);
  }
}
