package dev.sluice.dsl.yaml;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.internal.ConfigurationMask;
import dev.sluice.dsl.yaml.internal.ConfigurationReading;
import dev.sluice.dsl.yaml.internal.Variables;
import dev.sluice.dsl.yaml.internal.YamlNode;
import dev.sluice.dsl.yaml.internal.YamlNode.Broken;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import dev.sluice.dsl.yaml.internal.YamlNode.Text;
import dev.sluice.dsl.yaml.internal.YamlTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code sluice.yml}. No diagnostic and no printed result shows a secret of it. */
public final class ConfigurationReader {

  private ConfigurationReader() {}

  /**
   * The configuration; every fault of the file is added to {@code diagnostics}.
   *
   * @param environment the value of a variable, empty when it is not set
   * @return empty when the file is not read at all
   */
  public static Optional<ConfigurationFile> read(
      SourceFile file, Function<String, Optional<String>> environment, Diagnostics diagnostics) {
    int[] raw = Variables.protect(file.text().codePoints().toArray());
    SourceFile shown = ConfigurationMask.mask(file, raw);
    Optional<YamlNode> root = YamlTree.read(shown, raw, diagnostics);
    if (root.isEmpty() || root.get() instanceof Broken) {
      return Optional.empty();
    }
    if (root.get() instanceof Fields fields) {
      Variables variables = new Variables(environment, diagnostics);
      return Optional.of(
          new ConfigurationReading(shown, fields, variables, diagnostics).configuration());
    }
    if (root.get() instanceof Text text && text.missing()) {
      return Optional.of(new ConfigurationFile(shown, Map.of(), List.of(), Optional.empty()));
    }
    diagnostics.add(
        Diagnostic.error(
                Code.E0104, "the configuration is keys and values", shown, root.get().span())
            .help("such as `connections: {warehouse: {url: ...}}`"));
    return Optional.empty();
  }
}
