package dev.sluice.dsl.yaml;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.internal.SuiteReading;
import dev.sluice.dsl.yaml.internal.YamlNode;
import dev.sluice.dsl.yaml.internal.YamlNode.Broken;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import dev.sluice.dsl.yaml.internal.YamlNode.Text;
import dev.sluice.dsl.yaml.internal.YamlTree;
import java.util.Optional;

/** Reads a suite: its keys and their shapes, every text with its place, no sentence parsed. */
public final class SuiteReader {

  private SuiteReader() {}

  /**
   * The suite as it stands in its file. Every fault of the file is added to {@code diagnostics};
   * what is at fault is left out of the result, so that the rest can be looked at further. Callers
   * run nothing while there are errors.
   *
   * @return empty when the file is not read at all
   */
  public static Optional<SuiteFile> read(SourceFile file, Diagnostics diagnostics) {
    Optional<YamlNode> root = YamlTree.read(file, diagnostics);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    if (root.get() instanceof Fields fields) {
      return Optional.of(new SuiteReading(file, fields, diagnostics).suite());
    }
    if (root.get() instanceof Text text && text.missing()) {
      diagnostics.add(
          Diagnostic.error(Code.E0003, "the suite is empty", file, text.span())
              .help("begin with `table:` and `expect:`"));
    } else if (!(root.get() instanceof Broken)) {
      diagnostics.add(
          Diagnostic.error(Code.E0104, "a suite is keys and their values", file, root.get().span())
              .help("begin with `table:` and `expect:`"));
    }
    return Optional.empty();
  }
}
