package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.DurationText;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.dsl.yaml.SuiteFile.BudgetEntry;
import dev.sluice.dsl.yaml.SuiteFile.ColumnEntry;
import dev.sluice.dsl.yaml.SuiteFile.LineEntry;
import dev.sluice.dsl.yaml.internal.YamlNode.Field;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import dev.sluice.dsl.yaml.internal.YamlNode.Items;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The top of a suite: all its keys, and which of them go together. */
public final class SuiteReading {

  private static final List<String> KNOWN =
      List.of(
          "suite",
          "connection",
          "table",
          "tables",
          "where",
          "params",
          "expect",
          "columns",
          "define",
          "schema",
          "sql",
          "publish",
          "load",
          "ensure",
          "quarantine",
          "repairs",
          "batch",
          "allow_empty",
          "policy",
          "samples",
          "sensitive",
          "budget",
          "zone",
          "timeout",
          "owner",
          "tags",
          "description");

  private static final List<String> EXPECTING =
      List.of("expect", "columns", "schema", "sql", "ensure");
  private static final int SAMPLES = 5;

  /** Samples are held in memory. */
  private static final int MOST_SAMPLES = 10_000;

  private final SourceFile file;
  private final Keys keys;
  private final Diagnostics diagnostics;
  private final Sentences sentences;
  private final LineReading lines;
  private final LineReading columnLines;

  public SuiteReading(SourceFile file, Fields fields, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
    this.keys = new Keys(file, fields, KNOWN, diagnostics);
    this.sentences = new Sentences(file, diagnostics);
    this.lines = new LineReading(file, sentences, false, diagnostics);
    this.columnLines = new LineReading(file, sentences, true, diagnostics);
  }

  /** The suite; what is at fault was told and is left out. */
  public SuiteFile suite() {
    refuseNothing();
    refusePublishAfterLoad();
    Scalar table =
        keys.required("table", "a suite")
            .orElseGet(() -> new PlacedText().scalar(file, new Span(0, 0)));
    return new SuiteFile(
        file,
        keys.text("suite"),
        ConnectionTexts.read(keys),
        table,
        sentences.under(keys, "where"),
        TableReading.read(keys),
        DefinitionReading.parameters(keys),
        linesUnder("expect"),
        columns(),
        DefinitionReading.predicates(keys, sentences),
        SchemaReading.read(keys),
        SqlReading.read(keys, sentences),
        PublishReading.read(keys, sentences),
        keys.text("load"),
        linesUnder("ensure"),
        quarantine(),
        keys.text("repairs"),
        keys.text("batch"),
        keys.truth("allow_empty").orElse(false),
        Policies.read(keys, "policy"),
        keys.count("samples", MOST_SAMPLES).map(Long::intValue).orElse(SAMPLES),
        PublishReading.columns(keys, "sensitive"),
        budget(),
        zone(),
        timeout(),
        keys.text("owner"),
        keys.scalars("tags"),
        keys.text("description"));
  }

  private List<LineEntry> linesUnder(String key) {
    return keys.field(key).map(lines::under).orElse(List.of());
  }

  private List<ColumnEntry> columns() {
    String example = "order_id: [is not null, is unique]";
    List<ColumnEntry> columns = new ArrayList<>();
    for (Field field : keys.fields("columns", example).map(Fields::fields).orElse(List.of())) {
      List<LineEntry> about = columnLines.under(field);
      if (isNothing(field.value())) {
        keys.tell(Code.E0104, "nothing is said of `" + field.name() + "`", field.key().span());
      }
      columns.add(new ColumnEntry(SubjectReading.read(field.key(), diagnostics), about));
    }
    return columns;
  }

  private Optional<Scalar> quarantine() {
    Optional<Scalar> table = keys.text("quarantine");
    table
        .filter(each -> List.of("true", "false", "yes", "no").contains(each.value()))
        .ifPresent(
            each ->
                diagnostics.add(
                    keys.error(Code.E0104, "`quarantine` is the name of a table", each.span())
                        .help("leave it out for the usual name, which ends in `_quarantine`")));
    return table;
  }

  private Optional<BudgetEntry> budget() {
    return keys.fields("budget", "budget: {scans: 4, rows: 1000000}")
        .map(
            fields -> {
              Keys limits = new Keys(file, fields, List.of("scans", "rows"), diagnostics);
              return new BudgetEntry(
                  limits.count("scans", Long.MAX_VALUE),
                  limits.count("rows", Long.MAX_VALUE),
                  keys.place("budget"));
            });
  }

  private Optional<Scalar> zone() {
    return keys.text("zone")
        .filter(
            text -> {
              boolean known = isZone(text.value());
              if (!known) {
                String near = DidYouMean.phrase(text.value(), ZoneId.getAvailableZoneIds());
                diagnostics.add(
                    keys.error(Code.E0104, "`" + text.value() + "` is no time zone", text.span())
                        .help(near.isEmpty() ? "such as `UTC` or `Europe/Berlin`" : near));
              }
              return known;
            });
  }

  private static boolean isZone(String text) {
    try {
      ZoneId.of(text);
      return true;
    } catch (DateTimeException unknown) {
      return false;
    }
  }

  private Optional<Scalar> timeout() {
    return keys.text("timeout")
        .filter(
            text -> {
              boolean positive =
                  DurationText.parse(text.value()).filter(each -> !each.isZero()).isPresent();
              if (!positive) {
                diagnostics.add(
                    keys.error(Code.E0104, "`timeout` is a duration above zero", text.span())
                        .help("such as `10 minutes` or `90s`"));
              }
              return positive;
            });
  }

  /** A suite that expects nothing would pass whatever the table holds. */
  private void refuseNothing() {
    boolean expects =
        EXPECTING.stream()
            .anyMatch(
                key ->
                    keys.meant(key)
                        && keys.field(key).map(each -> !isNothing(each.value())).orElse(true));
    if (!expects) {
      Span place =
          EXPECTING.stream().filter(keys::has).findFirst().map(keys::place).orElse(keys.firstKey());
      diagnostics.add(
          keys.error(Code.E0003, "nothing is expected of the table", place)
              .help("add a line under `expect:`, or `schema:` or `sql:`"));
    }
  }

  private static boolean isNothing(YamlNode node) {
    return (node instanceof Items items && items.items().isEmpty())
        || (node instanceof Fields fields && fields.fields().isEmpty())
        || (node instanceof YamlNode.Text text && text.missing());
  }

  private void refusePublishAfterLoad() {
    if (keys.has("load") && keys.has("publish")) {
      diagnostics.add(
          keys.error(Code.E0107, "`load` and `publish` do not go together", keys.place("publish"))
              .label(keys.place("load"), "the step writes the table itself")
              .help("remove one of them"));
    }
  }
}
