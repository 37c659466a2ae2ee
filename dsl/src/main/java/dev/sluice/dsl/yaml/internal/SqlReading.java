package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.SuiteFile.SqlEntry;
import dev.sluice.dsl.yaml.internal.YamlNode.Broken;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import dev.sluice.dsl.yaml.internal.YamlNode.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code sql}: named queries whose rows are violations. */
public final class SqlReading {

  private static final List<String> KNOWN =
      List.of("name", "query", "except", "else", "because", "tags");

  private SqlReading() {}

  public static List<SqlEntry> read(Keys suite, Sentences sentences) {
    Optional<YamlNode> value = suite.value("sql");
    List<YamlNode> nodes =
        value
            .map(each -> each instanceof Items items ? items.items() : List.of(each))
            .orElse(List.of());
    List<SqlEntry> entries = new ArrayList<>();
    for (YamlNode node : nodes) {
      if (node instanceof Fields fields && value.get() instanceof Items) {
        Keys keys = new Keys(suite.file(), fields, KNOWN, suite.diagnostics());
        entry(keys, sentences).ifPresent(entries::add);
      } else if (!(node instanceof Broken)) {
        Span place =
            node instanceof Fields || node.span().length() == 0 ? suite.place("sql") : node.span();
        suite
            .diagnostics()
            .add(
                suite
                    .error(Code.E0104, "`sql` takes a list of queries with names", place)
                    .help("write `- name: ...` and below it `query: ...`"));
      }
    }
    return entries;
  }

  private static Optional<SqlEntry> entry(Keys keys, Sentences sentences) {
    Optional<Scalar> name = keys.required("name", "a query");
    if (!keys.meant("query")) {
      keys.diagnostics()
          .add(
              keys.error(Code.E0105, "a query needs the key `query`", keys.firstKey())
                  .help("add `query: select ...`: its rows are the violations"));
    }
    Optional<Scalar> query = sentences.under(keys, "query");
    Optional<Scalar> except = sentences.under(keys, "except");
    Optional<Scalar> otherwise = Policies.read(keys, "else");
    Optional<Scalar> because = keys.text("because");
    List<Scalar> tags = keys.scalars("tags");
    return name.isPresent() && query.isPresent()
        ? Optional.of(new SqlEntry(name.get(), query.get(), except, otherwise, because, tags))
        : Optional.empty();
  }
}
