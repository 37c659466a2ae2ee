package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.yaml.SuiteFile.NamedScalar;
import dev.sluice.dsl.yaml.SuiteFile.SchemaEntry;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import java.util.List;
import java.util.Optional;

/** {@code schema}: what the table must look like. */
public final class SchemaReading {

  private static final List<String> KNOWN = List.of("columns", "extra", "order", "forbidden");
  private static final String EXAMPLE = "columns: {order_id: bigint not null}";

  private SchemaReading() {}

  public static Optional<SchemaEntry> read(Keys suite) {
    Optional<Fields> fields = suite.fields("schema", EXAMPLE);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Keys keys = new Keys(suite.file(), fields.get(), KNOWN, suite.diagnostics());
    List<NamedScalar> columns = TableReading.namedTexts(keys, "columns", EXAMPLE);
    Optional<Scalar> extra = keys.choice("extra", List.of("allow", "forbid"));
    Optional<Scalar> order = keys.choice("order", List.of("strict"));
    List<Scalar> forbidden = PublishReading.columns(keys, "forbidden");
    boolean columnsMeant = keys.meant("columns") && keys.fields("columns", EXAMPLE).isPresent();
    for (String key : List.of("extra", "order")) {
      boolean strict = keys.has(key) && !extra.map(Scalar::value).orElse("").equals("allow");
      if (strict && !keys.meant("columns")) {
        keys.tell(Code.E0105, "`" + key + "` needs the key `columns` beside it", keys.place(key));
      }
    }
    boolean unknown = fields.get().fields().stream().anyMatch(each -> !KNOWN.contains(each.name()));
    boolean nothing =
        !unknown
            && !columnsMeant
            && !keys.meant("columns")
            && !keys.meant("forbidden")
            && !keys.has("order");
    if (nothing && !extra.map(Scalar::value).orElse("").equals("forbid")) {
      suite
          .diagnostics()
          .add(
              suite
                  .error(Code.E0105, "`schema` says nothing of the table", suite.place("schema"))
                  .help("add `columns:` or `forbidden:`"));
    }
    return Optional.of(
        new SchemaEntry(
            columns,
            extra.map(each -> each.value().equals("forbid")).orElse(false),
            order.isPresent(),
            forbidden,
            suite.place("schema")));
  }
}
