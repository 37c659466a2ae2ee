package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Checker;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.syntax.SentenceParser;
import dev.sluice.dsl.table.TableLookup;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.engine.prepare.ReadySuite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tables that the suites of a run make when their turn comes, for the suites behind them. */
final class Made {

  private final Set<String> names = new HashSet<>();

  /** Notes the table that a suite makes where it is absent. */
  void add(SuiteFile suite) {
    Scalar table = suite.publish().map(SuiteFile.PublishEntry::into).orElse(suite.table());
    if (suite.publish().isPresent() || suite.load().isPresent()) {
      SentenceParser.table(table, new Diagnostics()).ifPresent(path -> names.add(name(path)));
    }
  }

  /** Whether a suite reads a table that is not there yet and will be. */
  boolean isAwaitedBy(ReadySuite suite) {
    if (names.isEmpty()) {
      return false;
    }
    Diagnostics told = new Diagnostics();
    List<Path> read = new ArrayList<>(Checker.tablesNamed(suite.file(), told));
    if (!suite.candidateIsFile()) {
      SentenceParser.table(suite.file().table(), told).ifPresent(read::add);
    }
    return read.stream()
        .anyMatch(
            path ->
                names.contains(name(path))
                    && suite.catalogue().find(path) instanceof TableLookup.Found.None);
  }

  private static String name(Path path) {
    return path.text().toLowerCase(Locale.ROOT);
  }
}
