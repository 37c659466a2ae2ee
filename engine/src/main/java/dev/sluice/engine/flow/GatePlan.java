package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Checked;
import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.engine.connector.Capabilities;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.gate.Shape;
import dev.sluice.engine.gate.Trial;
import dev.sluice.engine.plan.Allowance;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.Typing;
import dev.sluice.engine.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a typed suite into a trial: where rows come from, where they go, what is refused. */
final class GatePlan {

  private final ReadySuite suite;
  private final Capabilities capabilities;
  private final boolean failOnWarn;
  private final Progress progress;
  private final Diagnostics diagnostics;
  private final Shape shape;

  GatePlan(
      ReadySuite suite,
      Shape shape,
      Capabilities capabilities,
      boolean failOnWarn,
      Progress progress) {
    this.suite = suite;
    this.shape = shape;
    this.capabilities = capabilities;
    this.failOnWarn = failOnWarn;
    this.progress = progress;
    this.diagnostics = suite.diagnostics();
  }

  private Scalar target() {
    return Gated.target(suite.file());
  }

  /**
   * The trial; with diagnostics when something is wrong.
   *
   * @throws InvalidInput when it cannot be made
   */
  Trial trial(List<String> targetPath, List<String> ledger) {
    Typing typing = new Typing(suite);
    Optional<CatalogueReader.Entry> existing = typing.optional(target());
    Optional<CatalogueReader.Entry> candidate = typing.candidate();
    if (candidate.isEmpty()) {
      Typing.lint(suite);
      throw new InvalidInput(diagnostics.all());
    }
    CatalogueReader.Entry entry = candidate.get();
    Table target =
        shape == Shape.PUBLISH
            ? existing
                .map(CatalogueReader.Entry::table)
                .orElse(new Table(targetPath, target().value(), entry.table().columns()))
            : entry.table();
    Optional<ReadySuite.Typed> typed = typing.type(Optional.of(target));
    List<Checked> lines = new ArrayList<>();
    typed.ifPresent(each -> lines.addAll(each.expect()));
    Allowance.check(
        lines,
        entry,
        shape == Shape.PUBLISH,
        capabilities,
        suite.database().connector(),
        diagnostics);
    if (shape != Shape.PUBLISH) {
      stored(entry);
    }
    Optional<Expression> slice = suite.checker().slice(target);
    SideTables beside = new SideTables(suite);
    Table quarantine = beside.quarantine(target.path());
    Optional<Table> repairs = beside.repairs();
    Destinations destinations = new Destinations(suite, entry.table());
    destinations.name(target(), ledger);
    if (shape == Shape.PUBLISH) {
      destinations.place(target(), target.path());
      existing.ifPresent(there -> destinations.target(target(), there));
    }
    if (lines.stream().anyMatch(each -> does(each, Policy.Action.Quarantine.class))) {
      destinations.place(suite.file().quarantine().orElse(target()), quarantine.path());
      destinations.quarantine(
          suite.file().quarantine().orElse(target()), quarantine, target, ledger);
    }
    if (lines.stream().anyMatch(each -> does(each, Policy.Action.Default.class))) {
      repairs.ifPresent(
          table -> {
            Scalar written = suite.file().repairs().orElseThrow();
            destinations.place(written, table.path());
            destinations.repairs(written, table, target, quarantine, ledger);
          });
    }
    Optional<Expression> within = slice.isEmpty() ? slice : suite.checker().slice(entry.table());
    List<String> key =
        suite.checker().columns(mergedBy(), entry.table()).stream().map(Column::name).toList();
    diagnostics.throwIfErrors();
    ReadySuite.Typed ready = typed.orElseThrow();
    return new Trial(
        new Relation.Stored(entry.table(), ready.where()),
        identified(entry, lines),
        target,
        mode(),
        entry.table().columns().stream().map(Column::name).toList(),
        slice,
        within,
        key,
        quarantine,
        repairs,
        Strictness.apply(ready.expectations(), failOnWarn),
        Strictness.apply(ready.ensured(), failOnWarn),
        AuditOptions.of(suite, entry, ready.expectations(), progress),
        Optional.empty());
  }

  // Without an identity of its rows a table can be judged and written to where it stands, as long
  // as
  // no line changes some of them.
  private static boolean identified(CatalogueReader.Entry entry, List<Checked> lines) {
    return entry.kind() == CatalogueReader.Kind.TABLE
        || (entry.kind() == CatalogueReader.Kind.KEYLESS
            && lines.stream().noneMatch(Allowance::movesRows));
  }

  private void stored(CatalogueReader.Entry entry) {
    if (entry.kind() == CatalogueReader.Kind.TABLE
        || entry.kind() == CatalogueReader.Kind.KEYLESS) {
      return;
    }
    String what =
        switch (entry.kind()) {
          case FILE -> "a file";
          case PARTITIONED -> "a partitioned table";
          case WITHOUT_IDENTITY -> "a table without row identity";
          case UNTRANSACTIONAL -> "a table without transactions";
          default -> "a view";
        };
    notStored(suite, what);
  }

  static void notStored(ReadySuite suite, String what) {
    Scalar written = suite.file().table();
    suite
        .diagnostics()
        .add(
            Diagnostic.error(
                    Code.E0601,
                    "`"
                        + written.value()
                        + "` is "
                        + what
                        + ": its rows cannot be changed in place",
                    written.file(),
                    written.span())
                .help("name a table under `publish: {into: ...}`, or use `sluice check`"));
  }

  private Trial.Mode mode() {
    if (shape != Shape.PUBLISH) {
      return Trial.Mode.NONE;
    }
    return switch (Gated.mode(suite.file()).orElse("append")) {
      case "replace" -> Trial.Mode.REPLACE;
      case "merge" -> Trial.Mode.MERGE;
      default -> Trial.Mode.APPEND;
    };
  }

  private List<Scalar> mergedBy() {
    return suite.file().publish().map(SuiteFile.PublishEntry::key).orElse(List.of());
  }

  private static boolean does(Checked line, Class<? extends Policy.Action> kind) {
    return line.expectation().policy().zones().stream()
        .anyMatch(zone -> kind.isInstance(zone.action()));
  }
}
