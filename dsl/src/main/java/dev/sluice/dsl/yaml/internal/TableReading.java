package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.yaml.DataFiles;
import dev.sluice.dsl.yaml.SuiteFile.NamedScalar;
import dev.sluice.dsl.yaml.SuiteFile.TableEntry;
import dev.sluice.dsl.yaml.internal.YamlNode.Broken;
import dev.sluice.dsl.yaml.internal.YamlNode.Field;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import dev.sluice.dsl.yaml.internal.YamlNode.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entries of {@code tables}, in a suite and in {@code sluice.yml} alike. */
public final class TableReading {

  private static final List<String> KNOWN = List.of("file", "types", "delimiter", "header");
  private static final String EXAMPLE = "airports: airports.csv";

  private TableReading() {}

  public static List<TableEntry> read(Keys suite) {
    List<TableEntry> tables = new ArrayList<>();
    for (Field field : suite.fields("tables", EXAMPLE).map(Fields::fields).orElse(List.of())) {
      table(suite, field).ifPresent(tables::add);
    }
    return tables;
  }

  private static Optional<TableEntry> table(Keys suite, Field field) {
    Scalar name = field.key().scalar();
    if (!Names.isPath(name.value())) {
      suite.tell(Code.E0104, "`" + name.value() + "` cannot name a table", name.span());
    }
    if (field.value() instanceof Text text && !text.value().isBlank()) {
      boolean file = DataFiles.isFile(text.value());
      return Optional.of(
          new TableEntry(name, text.scalar(), file, List.of(), Optional.empty(), Optional.empty()));
    }
    if (field.value() instanceof Fields fields) {
      return file(name, new Keys(suite.file(), fields, KNOWN, suite.diagnostics()));
    }
    if (!(field.value() instanceof Broken)) {
      suite
          .diagnostics()
          .add(
              suite
                  .error(
                      Code.E0104,
                      "`" + name.value() + "` takes a table, a file, or keys",
                      name.span())
                  .help("such as `" + name.value() + ": {file: 'in/*.csv', delimiter: ';'}`"));
    }
    return Optional.empty();
  }

  private static Optional<TableEntry> file(Scalar name, Keys keys) {
    Optional<Scalar> file = keys.required("file", "a table with keys");
    List<NamedScalar> types = namedTexts(keys, "types", "types: {zip: text}");
    Optional<Scalar> delimiter = keys.rawText("delimiter");
    Optional<Boolean> header = keys.truth("header");
    delimiter
        .filter(each -> each.value().isEmpty())
        .ifPresent(each -> keys.tell(Code.E0104, "`delimiter` is empty", each.span()));
    return file.map(each -> new TableEntry(name, each, true, types, delimiter, header));
  }

  /** Keys that each have a text, such as columns with their types. */
  static List<NamedScalar> namedTexts(Keys keys, String key, String example) {
    List<NamedScalar> named = new ArrayList<>();
    for (Field field : keys.fields(key, example).map(Fields::fields).orElse(List.of())) {
      if (field.value() instanceof Text text && !text.value().isBlank()) {
        named.add(new NamedScalar(field.key().scalar(), text.scalar()));
      } else if (!(field.value() instanceof Broken)) {
        keys.diagnostics()
            .add(
                keys.error(
                        Code.E0104,
                        "`" + field.name() + "` takes a type, not " + Keys.shape(field.value()),
                        field.key().span())
                    .help("such as `" + example + "`"));
      }
    }
    return named;
  }
}
