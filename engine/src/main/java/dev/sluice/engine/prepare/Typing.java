package dev.sluice.engine.prepare;

import dev.sluice.dsl.check.Checked;
import dev.sluice.dsl.check.Checker;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.syntax.SentenceParser;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.table.TableLookup;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.engine.connector.CatalogueReader;
import java.util.List;
import java.util.Optional;

/** Looks tables up and types the sentences of a suite; what is wrong becomes diagnostics. */
public final class Typing {

  private final ReadySuite suite;
  private final Diagnostics diagnostics;

  public Typing(ReadySuite suite) {
    this.suite = suite;
    this.diagnostics = suite.diagnostics();
  }

  /**
   * Types everything that reads the candidate; the target's lines with {@code target}, else with
   * the target as it stands, or the candidate while there is none.
   */
  public Optional<ReadySuite.Typed> type(Optional<Table> target) {
    Optional<CatalogueReader.Entry> candidate = candidate();
    if (candidate.isEmpty()) {
      // What can be said without it is said all the same.
      lint(suite);
      return Optional.empty();
    }
    Table table = candidate.get().table();
    return Optional.of(type(candidate.get(), table, target.orElseGet(() -> target(table))));
  }

  // A target may be absent: then it will be made as the candidate is.
  private Table target(Table candidate) {
    Optional<Scalar> into = suite.file().publish().map(SuiteFile.PublishEntry::into);
    return into.map(
            written ->
                optional(written)
                    .map(CatalogueReader.Entry::table)
                    .orElse(new Table(candidate.path(), written.value(), candidate.columns())))
        .orElse(candidate);
  }

  /**
   * Types everything that reads a candidate.
   *
   * @param beside in whose schema names are looked up too
   * @param target what the lines under `ensure` read
   */
  public ReadySuite.Typed type(CatalogueReader.Entry candidate, Table beside, Table target) {
    suite.catalogue().beside(beside);
    Optional<Expression> where = suite.checker().where(candidate.table());
    List<Checked> expect = suite.checker().expectations(candidate.table());
    List<Checked> ensure = suite.checker().ensure(target);
    published(candidate.table(), target);
    suite.checker().unused();
    return new ReadySuite.Typed(candidate, where, expect, ensure);
  }

  // Wanted by the gate alone, and wrong for whoever reads it.
  private void published(Table candidate, Table target) {
    suite.checker().batch();
    suite.checker().slice(target);
    List<Scalar> key = suite.file().publish().map(SuiteFile.PublishEntry::key).orElse(List.of());
    suite.checker().columns(key, candidate);
  }

  /** Says what can be said before the candidate exists. */
  public static void lint(ReadySuite suite) {
    Checker.lint(suite.file(), suite.parameters(), suite.now(), suite.zone(), suite.diagnostics());
  }

  /** The candidate, looked up. */
  public Optional<CatalogueReader.Entry> candidate() {
    Scalar written = suite.file().table();
    if (suite.candidateIsFile()) {
      return look(written, name(suite.candidateName()), true);
    }
    return SentenceParser.table(written, diagnostics).flatMap(path -> look(written, path, true));
  }

  /** A table that may be absent: nothing and no diagnostic when it is. */
  public Optional<CatalogueReader.Entry> optional(Scalar written) {
    return SentenceParser.table(written, diagnostics).flatMap(path -> look(written, path, false));
  }

  // The name of a file is no dotted name: it is one part, taken as it stands.
  private static Path name(String text) {
    Span span = new Span(0, 0);
    return new Path(List.of(new Name(text, true, span)), span);
  }

  private Optional<CatalogueReader.Entry> look(Scalar written, Path path, boolean required) {
    TableLookup.Found found = suite.catalogue().find(path);
    if (found instanceof TableLookup.Found.One one) {
      return suite.catalogue().entry(one.table());
    }
    if (found instanceof TableLookup.Found.Several several) {
      diagnostics.add(
          Diagnostic.error(
                  Code.E0405,
                  "the table `" + path.text() + "` is found in several places",
                  written.file(),
                  written.span())
              .help("write one of " + String.join(", ", several.places())));
    } else if (required) {
      TableLookup.Found.None none = (TableLookup.Found.None) found;
      Diagnostic diagnostic =
          Diagnostic.error(
              Code.E0402, "no table `" + path.text() + "`", written.file(), written.span());
      String meant = DidYouMean.phrase(path.text(), none.candidates());
      diagnostics.add(meant.isEmpty() ? diagnostic : diagnostic.help(meant));
    }
    return Optional.empty();
  }
}
