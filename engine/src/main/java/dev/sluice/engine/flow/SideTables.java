package dev.sluice.engine.flow;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.syntax.SentenceParser;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.gate.RepairTrail;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.Typing;
import dev.sluice.engine.run.Failures;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the tables beside a target lie, whether they exist or not. */
final class SideTables {

  private final ReadySuite suite;
  private final Diagnostics diagnostics;

  SideTables(ReadySuite suite) {
    this.suite = suite;
    this.diagnostics = suite.diagnostics();
  }

  /** The target, outermost part first. */
  List<String> target() {
    Scalar written = Gated.target(suite.file());
    return new Typing(suite)
        .optional(written)
        .map(found -> found.table().path())
        .or(() -> path(written))
        .orElse(List.of(""));
  }

  /** What the lines under `ensure` read: the target, with the candidate's columns while absent. */
  Table standing(ReadySuite.Typed typed) {
    Table candidate = typed.candidate().table();
    if (suite.file().publish().isEmpty()) {
      return candidate;
    }
    List<String> target = target();
    return at(target)
        .map(CatalogueReader.Entry::table)
        .orElseGet(
            () -> new Table(target, Gated.target(suite.file()).value(), candidate.columns()));
  }

  /** The table that stands at a place, where there is one. */
  Optional<CatalogueReader.Entry> at(List<String> path) {
    try {
      return suite.database().connector().catalogue().find(suite.connection(), path, true).stream()
          .findFirst();
    } catch (SQLException failure) {
      throw Failures.failure(failure);
    }
  }

  /** A table that may not be there yet: without columns then. */
  Table written(Scalar written) {
    return new Typing(suite)
        .optional(written)
        .map(CatalogueReader.Entry::table)
        .orElseGet(() -> new Table(path(written).orElse(List.of("")), written.value(), List.of()));
  }

  /** The quarantine: with its columns where it exists, else without any. */
  Table quarantine(List<String> target) {
    Optional<Scalar> written = suite.file().quarantine();
    Optional<CatalogueReader.Entry> found = written.flatMap(new Typing(suite)::optional);
    if (found.isPresent()) {
      return found.get().table();
    }
    List<String> path =
        written
            .flatMap(this::path)
            .orElseGet(() -> beside(target, target.get(target.size() - 1) + folded("_quarantine")));
    return new Table(path, "quarantine", List.of());
  }

  /** The table of repairs, where the suite names one. */
  Optional<Table> repairs() {
    Optional<Scalar> written = suite.file().repairs();
    Optional<CatalogueReader.Entry> found = written.flatMap(new Typing(suite)::optional);
    return found
        .map(CatalogueReader.Entry::table)
        .or(
            () ->
                written
                    .flatMap(this::path)
                    .map(
                        path ->
                            new Table(
                                path,
                                "repairs",
                                RepairTrail.columns(suite.database().connector().sql()))));
  }

  /** The ledger: what the configuration says, else a table beside the target. */
  List<String> ledger(List<String> target) {
    return suite
        .source()
        .configuration()
        .flatMap(each -> each.ledger())
        .flatMap(this::path)
        .orElseGet(() -> beside(target, folded("sluice_ledger")));
  }

  /** The whole path of a table that a text names. */
  Optional<List<String>> path(Scalar written) {
    return SentenceParser.table(written, diagnostics).map(this::whole);
  }

  // The whole path, as the catalogue will give it once the table is there: the ledger's key must
  // be the same before and after.
  private List<String> whole(Path path) {
    List<String> parts =
        path.parts().stream()
            .map(name -> name.quoted() ? name.text() : folded(name.text()))
            .toList();
    List<String> outer = suite.catalogue().defaultSchema();
    int missing = Math.max(0, outer.size() + 1 - parts.size());
    List<String> whole = new ArrayList<>(outer.subList(0, Math.min(missing, outer.size())));
    whole.addAll(parts);
    return whole;
  }

  /** A name without quotes as the database would write it down. */
  private String folded(String name) {
    return suite.database().connector().sql().folded(name);
  }

  /** A table beside another: the same place with another name. */
  private static List<String> beside(List<String> path, String name) {
    List<String> beside = new ArrayList<>(path.subList(0, path.size() - 1));
    beside.add(name);
    return beside;
  }
}
