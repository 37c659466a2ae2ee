package dev.sluice.dsl.check;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.syntax.SentenceParser;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.table.TableLookup;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.dsl.yaml.SuiteReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Suites made in memory, and checked against {@link Tables}. */
final class Suites {

  static final Instant NOW = Instant.parse("2026-02-01T06:00:00Z");

  // what the lines of the golden files may use
  private static final String FRAME =
      """
      table: staging.orders
      params:
        load_date: {type: date, default: 2026-01-31}
        limit: {type: decimal, default: "10.5"}
        mode: {default: full}
      define:
        paid: status in ('paid', 'shipped')
        valid_email(x): x matches '[^@]+@[^@]+'
        near(a, b): abs(a - b) < 1
        fresh(ts): age(max(ts)) < 1 hour
      """;

  // wrong by themselves, and so in the frame of the lines that use them alone
  private static final Map<String, String> WRONG =
      Map.of("loop", "not loop", "wrong", "amount > 'x'", "counted", "amount + 1");

  private Suites() {}

  static Checker checker(SuiteFile file, ZoneId zone, Diagnostics diagnostics) {
    Parameters parameters = Parameters.of(file, Map.of(), zone, diagnostics);
    return new Checker(file, Tables.LOOKUP, parameters, NOW, zone, diagnostics);
  }

  /** A line of the command line, beside the parameters and definitions of the frame. */
  static List<Checked> line(String text, boolean ensure, ZoneId zone, Diagnostics diagnostics) {
    Checker checker = checker(framed(text, ensure), zone, diagnostics);
    return ensure ? checker.ensure(Tables.ORDERS) : checker.expectations(Tables.ORDERS);
  }

  /** The same without any table. */
  static void lint(String text, Diagnostics diagnostics) {
    SuiteFile file = framed(text, false);
    Parameters parameters = Parameters.declared(file, Map.of(), ZoneOffset.UTC, diagnostics);
    Checker.lint(file, parameters, NOW, ZoneOffset.UTC, diagnostics);
  }

  private static SuiteFile framed(String text, boolean ensure) {
    Scalar scalar = Scalar.whole(new SourceFile("-e", text));
    SuiteFile.LineEntry entry =
        new SuiteFile.LineEntry(
            scalar, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    String wrong = WRONG.containsKey(text) ? "  " + text + ": " + WRONG.get(text) + "\n" : "";
    SourceFile source = new SourceFile("frame", FRAME + wrong + "expect:\n");
    SuiteFile frame = SuiteReader.read(source, new Diagnostics()).get();
    return ensure
        ? Files.with(frame, List.of(), List.of(entry))
        : Files.with(frame, List.of(entry), List.of());
  }

  /** A suite as it stands in a file, with what {@code --set} gives. */
  static SuiteFile read(String yaml, Diagnostics diagnostics) {
    return SuiteReader.read(new SourceFile("suite.yml", yaml), diagnostics).orElseThrow();
  }

  /**
   * Everything that a run tells of a suite before it reads a row: what is wrong with the file, and
   * what can be said without the tables; else all that can be said with them.
   */
  static List<Diagnostic> told(SourceFile file) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<SuiteFile> suite = SuiteReader.read(file, diagnostics);
    if (suite.isPresent() && diagnostics.hasErrors()) {
      Parameters parameters =
          Parameters.declared(suite.get(), Map.of(), ZoneOffset.UTC, diagnostics);
      Checker.lint(suite.get(), parameters, NOW, ZoneOffset.UTC, diagnostics);
    } else if (suite.isPresent()) {
      check(suite.get(), checker(suite.get(), ZoneOffset.UTC, diagnostics), diagnostics);
    }
    return diagnostics.all();
  }

  private static void check(SuiteFile suite, Checker checker, Diagnostics diagnostics) {
    Table candidate =
        SentenceParser.table(suite.table(), diagnostics)
            .map(Tables.LOOKUP::find)
            .filter(TableLookup.Found.One.class::isInstance)
            .map(found -> ((TableLookup.Found.One) found).table())
            .orElse(Tables.ORDERS);
    checker.where(candidate);
    checker.expectations(candidate);
    checker.ensure(candidate);
    checker.slice(candidate);
    checker.batch();
    checker.columns(suite.sensitive(), candidate);
    suite.publish().ifPresent(each -> checker.columns(each.key(), candidate));
  }

  private static final class Files {
    static SuiteFile with(
        SuiteFile file, List<SuiteFile.LineEntry> expect, List<SuiteFile.LineEntry> ensure) {
      return new SuiteFile(
          file.file(),
          file.suite(),
          file.connection(),
          file.table(),
          file.where(),
          file.tables(),
          file.params(),
          expect,
          file.columns(),
          file.define(),
          file.schema(),
          file.sql(),
          file.publish(),
          file.load(),
          ensure,
          file.quarantine(),
          file.repairs(),
          file.batch(),
          file.allowEmpty(),
          file.policy(),
          file.samples(),
          file.sensitive(),
          file.budget(),
          file.zone(),
          file.timeout(),
          file.owner(),
          file.tags(),
          file.description());
    }
  }
}
