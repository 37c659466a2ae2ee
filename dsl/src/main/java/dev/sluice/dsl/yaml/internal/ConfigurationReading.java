package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.ConfigurationFile;
import dev.sluice.dsl.yaml.ConfigurationFile.ConnectionEntry;
import dev.sluice.dsl.yaml.DataFiles;
import dev.sluice.dsl.yaml.Secret;
import dev.sluice.dsl.yaml.SuiteFile.NamedScalar;
import dev.sluice.dsl.yaml.SuiteFile.TableEntry;
import dev.sluice.dsl.yaml.internal.YamlNode.Broken;
import dev.sluice.dsl.yaml.internal.YamlNode.Field;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import dev.sluice.dsl.yaml.internal.YamlNode.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of {@code sluice.yml}. */
public final class ConfigurationReading {

  private static final List<String> LATER = List.of("store", "alerts");
  private static final List<String> KNOWN =
      List.of("connections", "tables", "ledger", "store", "alerts");
  private static final List<String> CONNECTION = List.of("url", "user", "password", "properties");
  private static final String EXAMPLE = "warehouse: {url: ..., user: ${PGUSER}}";

  private final SourceFile file;
  private final Keys keys;
  private final Variables variables;
  private final Diagnostics diagnostics;

  public ConfigurationReading(
      SourceFile file, Fields fields, Variables variables, Diagnostics diagnostics) {
    this.file = file;
    this.variables = variables;
    this.diagnostics = diagnostics;
    this.keys = new Keys(file, fields, KNOWN, diagnostics);
  }

  public ConfigurationFile configuration() {
    for (String later : LATER) {
      if (keys.has(later)) {
        diagnostics.add(
            keys.error(
                    Code.E0206,
                    "`" + later + "` is not available in this version",
                    keys.place(later))
                .help("remove it"));
      }
    }
    Map<String, ConnectionEntry> connections = new LinkedHashMap<>();
    for (Field field : keys.fields("connections", EXAMPLE).map(Fields::fields).orElse(List.of())) {
      connection(field).ifPresent(each -> connections.put(field.name(), each));
    }
    List<TableEntry> tables = TableReading.read(keys).stream().map(this::replaced).toList();
    return new ConfigurationFile(
        file, connections, tables, keys.text("ledger").flatMap(variables::replace));
  }

  private Optional<ConnectionEntry> connection(Field field) {
    Scalar name = field.key().scalar();
    if (field.value() instanceof Text text && !text.value().isBlank()) {
      return variables
          .secret(Optional.of(text.scalar()))
          .map(url -> new ConnectionEntry(name, url, Optional.empty(), Optional.empty(), Map.of()));
    }
    if (field.value() instanceof Fields fields) {
      Keys connection = new Keys(file, fields, CONNECTION, diagnostics);
      Optional<Secret> url = variables.secret(connection.required("url", "a connection"));
      Optional<Secret> user = variables.secret(connection.text("user"));
      Optional<Secret> password = variables.secret(connection.rawText("password"));
      Map<String, Secret> properties = properties(connection);
      return url.map(each -> new ConnectionEntry(name, each, user, password, properties));
    }
    if (!(field.value() instanceof Broken)) {
      diagnostics.add(
          keys.error(Code.E0104, "a connection is an address, or keys", name.span())
              .help("such as `" + EXAMPLE + "`"));
    }
    return Optional.empty();
  }

  private Map<String, Secret> properties(Keys connection) {
    Map<String, Secret> properties = new LinkedHashMap<>();
    Optional<Fields> fields = connection.fields("properties", "properties: {sslmode: require}");
    for (Field field : fields.map(Fields::fields).orElse(List.of())) {
      if (field.value() instanceof Text text && !text.missing()) {
        variables
            .secret(Optional.of(text.scalar()))
            .ifPresent(value -> properties.put(field.name(), value));
      } else if (!(field.value() instanceof Broken)) {
        connection.tell(
            Code.E0104,
            "`" + field.name() + "` takes a text, not " + Keys.shape(field.value()),
            field.key().span());
      }
    }
    return properties;
  }

  private TableEntry replaced(TableEntry table) {
    Scalar target = variables.replace(table.target()).orElse(table.target());
    List<NamedScalar> types =
        table.types().stream()
            .map(
                each ->
                    new NamedScalar(
                        each.name(), variables.replace(each.value()).orElse(each.value())))
            .toList();
    return new TableEntry(
        table.name(),
        target,
        table.file() || DataFiles.isFile(target.value()),
        types,
        table.delimiter().flatMap(variables::replace),
        table.header());
  }
}
