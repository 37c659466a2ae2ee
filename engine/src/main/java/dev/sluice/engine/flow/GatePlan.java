package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Checked;
import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.syntax.SentenceParser;
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

  /** Where the target lies, whether it exists or not; outermost part first. */
  List<String> targetPath() {
    Scalar written = target();
    Typing typing = new Typing(suite);
    Optional<CatalogueReader.Entry> found = typing.optional(written);
    if (found.isPresent()) {
      return found.get().table().path();
    }
    return SentenceParser.table(written, diagnostics).map(this::whole).orElse(List.of(""));
  }

  // The whole path, as the catalogue will give it once the table is there: the ledger's key must
  // be the same before and after.
  private List<String> whole(Path path) {
    List<String> parts = parts(path);
    List<String> outer = suite.catalogue().defaultSchema();
    int missing = Math.max(0, outer.size() + 1 - parts.size());
    List<String> whole = new ArrayList<>(outer.subList(0, Math.min(missing, outer.size())));
    whole.addAll(parts);
    return whole;
  }

  private Scalar target() {
    return suite.file().publish().map(SuiteFile.PublishEntry::into).orElse(suite.file().table());
  }

  /** The whole path of a table that a text names. */
  Optional<List<String>> path(Scalar written) {
    return SentenceParser.table(written, diagnostics).map(this::whole);
  }

  private static List<String> parts(Path path) {
    return path.parts().stream().map(Name::text).toList();
  }

  /** A table beside another: the same place with another name. */
  static List<String> beside(List<String> path, String name) {
    List<String> beside = new ArrayList<>(path.subList(0, path.size() - 1));
    beside.add(name);
    return beside;
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
    Table quarantine = quarantine(target.path(), typing);
    Destinations destinations = new Destinations(suite, entry.table());
    NameLimit names = new NameLimit(suite);
    names.check(target(), ledger);
    if (shape == Shape.PUBLISH) {
      names.check(target(), target.path());
      existing.ifPresent(there -> destinations.target(target(), there));
    }
    if (lines.stream().anyMatch(GatePlan::quarantines)) {
      names.check(suite.file().quarantine().orElse(target()), quarantine.path());
      destinations.quarantine(
          suite.file().quarantine().orElse(target()), quarantine, target, ledger);
    }
    diagnostics.throwIfErrors();
    ReadySuite.Typed ready = typed.orElseThrow();
    Optional<Expression> within = slice.isEmpty() ? slice : suite.checker().slice(entry.table());
    List<String> key =
        suite.checker().columns(mergedBy(), entry.table()).stream().map(Column::name).toList();
    diagnostics.throwIfErrors();
    return new Trial(
        new Relation.Stored(entry.table(), ready.where()),
        entry.kind() == CatalogueReader.Kind.TABLE,
        target,
        mode(),
        entry.table().columns().stream().map(Column::name).toList(),
        slice,
        within,
        key,
        quarantine,
        Strictness.apply(ready.expectations(), failOnWarn),
        Strictness.apply(ready.ensured(), failOnWarn),
        AuditOptions.of(suite, entry, ready.expectations(), progress));
  }

  private void stored(CatalogueReader.Entry entry) {
    if (entry.kind() != CatalogueReader.Kind.TABLE) {
      String what =
          switch (entry.kind()) {
            case FILE -> "a file";
            case PARTITIONED -> "a partitioned table";
            default -> "a view";
          };
      notStored(suite, what);
    }
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
    String mode =
        suite
            .file()
            .publish()
            .flatMap(SuiteFile.PublishEntry::mode)
            .map(Scalar::value)
            .orElse("append");
    return switch (mode) {
      case "replace" -> Trial.Mode.REPLACE;
      case "merge" -> Trial.Mode.MERGE;
      default -> Trial.Mode.APPEND;
    };
  }

  private List<Scalar> mergedBy() {
    return suite.file().publish().map(SuiteFile.PublishEntry::key).orElse(List.of());
  }

  private static boolean quarantines(Checked line) {
    return line.expectation().policy().zones().stream()
        .anyMatch(zone -> zone.action() instanceof Policy.Action.Quarantine);
  }

  private Table quarantine(List<String> target, Typing typing) {
    Optional<Scalar> written = suite.file().quarantine();
    Optional<CatalogueReader.Entry> found = written.flatMap(typing::optional);
    if (found.isPresent()) {
      return found.get().table();
    }
    List<String> path =
        written
            .flatMap(this::path)
            .orElseGet(() -> beside(target, target.get(target.size() - 1) + "_quarantine"));
    return new Table(path, "quarantine", List.of());
  }
}
