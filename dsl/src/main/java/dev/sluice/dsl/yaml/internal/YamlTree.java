package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Turns a file into its {@link YamlNode}s. Broken lines are told, blanked and passed over, so that
 * one run finds all of them.
 */
public final class YamlTree {

  private YamlTree() {}

  /** A file with nothing in it but comments gives a missing text; empty when it cannot be read. */
  public static Optional<YamlNode> read(SourceFile file, Diagnostics diagnostics) {
    return read(file, file.text().codePoints().toArray(), diagnostics);
  }

  /**
   * The same, of a text that is not the one shown.
   *
   * @param file what diagnostics show, character by character in the places of {@code text}
   */
  public static Optional<YamlNode> read(SourceFile file, int[] text, Diagnostics diagnostics) {
    Optional<Diagnostic> limit = Limits.broken(file);
    if (limit.isPresent()) {
      diagnostics.add(limit.get());
      return Optional.empty();
    }
    int[] raw = text.clone();
    List<Span> blanked = new ArrayList<>();
    while (true) {
      Diagnostics found = new Diagnostics();
      try {
        Optional<YamlNode> root = new YamlEvents(file, raw, blanked, found).document();
        found.all().forEach(diagnostics::add);
        return root;
      } catch (MarkedYAMLException broken) {
        YamlFault fault = YamlFault.of(broken, file, raw);
        diagnostics.add(fault.diagnostic());
        Optional<Span> item = fault.item().filter(each -> !blanked.contains(each));
        if (item.isEmpty() || blanked.size() >= Limits.REPAIRS) {
          return Optional.empty();
        }
        blank(raw, item.get());
        blanked.add(item.get());
      } catch (TooDeep deep) {
        diagnostics.add(
            Diagnostic.error(Code.E0108, "lists and keys lie more than 50 deep", file, deep.place));
        return Optional.empty();
      }
    }
  }

  /** Leaves a text that YAML reads, in as many characters. */
  private static void blank(int[] raw, Span item) {
    for (int index = item.start(); index < item.end(); index++) {
      raw[index] = index == item.start() ? '~' : ' ';
    }
  }

  /** Ends the reading; never leaves this room. */
  static final class TooDeep extends RuntimeException {

    private final transient Span place;

    TooDeep(Span place) {
      super("too deep");
      this.place = place;
    }
  }
}
