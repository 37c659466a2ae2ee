package dev.sluice.engine.prepare;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.engine.connector.FileNote;
import java.util.List;

/** Tells what was noticed about the files of a suite, without values of sensitive columns. */
final class FileWarnings {

  private FileWarnings() {}

  static void add(
      List<FileNote> notes, SuiteFile suite, NamedTables tables, Diagnostics diagnostics) {
    for (FileNote note : notes) {
      Scalar place = tables.places().get(note.table());
      if (place != null) {
        diagnostics.add(
            Diagnostic.error(Code.W0003, words(note, suite), place.file(), place.span())
                .help("`types:` under `tables` can say otherwise")
                .asWarning());
      }
    }
  }

  private static String words(FileNote note, SuiteFile suite) {
    boolean sensitive =
        suite.samples() == 0
            || note.column()
                .filter(
                    column ->
                        suite.sensitive().stream()
                            .anyMatch(each -> each.value().equalsIgnoreCase(column)))
                .isPresent();
    return sensitive ? note.discreet() : note.message();
  }
}
