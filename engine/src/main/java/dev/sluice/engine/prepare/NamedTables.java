package dev.sluice.engine.prepare;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.DataFiles;
import dev.sluice.dsl.yaml.SuiteFile.NamedScalar;
import dev.sluice.dsl.yaml.SuiteFile.TableEntry;
import dev.sluice.engine.connector.DataFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names that a suite gives to files and tables: its own `tables:`, those of the configuration,
 * those of the command line, and the file that stands under `table:`.
 *
 * @param places where each file is named
 * @param aliases other names of tables of the database
 * @param candidate the name under which the candidate is looked up
 */
record NamedTables(
    List<DataFile> files,
    Map<String, Scalar> places,
    Map<String, String> aliases,
    String candidate) {

  /**
   * The names of a suite.
   *
   * @param readsCandidate else its file need not be there
   */
  static NamedTables of(
      SuiteSource source,
      Map<String, String> commandLine,
      Path directory,
      boolean readsCandidate,
      Diagnostics diagnostics) {
    Optional<String> spared =
        readsCandidate ? Optional.empty() : Optional.of(source.file().table().value());
    Reading reading = new Reading(spared, diagnostics);
    source
        .configuration()
        .ifPresent(
            file ->
                file.tables().forEach(each -> reading.add(each, source.configurationDirectory())));
    source.file().tables().forEach(each -> reading.add(each, source.directory()));
    commandLine.forEach((name, file) -> reading.add(name, file, directory));
    Scalar table = source.file().table();
    String candidate = table.value();
    boolean named = reading.files.containsKey(candidate) || reading.aliases.containsKey(candidate);
    if (!named && DataFiles.isFile(candidate)) {
      reading.file(candidate, table, Map.of(), Optional.empty(), true, source.directory());
    }
    return new NamedTables(
        List.copyOf(reading.files.values()), reading.places, reading.aliases, candidate);
  }

  /** What each name stands for: another table, or a file of the same name. */
  Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>(aliases);
    files.forEach(each -> names.put(each.name(), each.name()));
    return names;
  }

  /** Whether the candidate is a data file. */
  boolean candidateIsFile() {
    return files.stream().anyMatch(each -> each.name().equals(candidate));
  }

  private static final class Reading {

    private final Optional<String> spared;
    private final Diagnostics diagnostics;
    private final Map<String, DataFile> files = new LinkedHashMap<>();
    private final Map<String, Scalar> places = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();

    /** {@code spared}: a file that need not be there, as nobody will read it. */
    Reading(Optional<String> spared, Diagnostics diagnostics) {
      this.spared = spared;
      this.diagnostics = diagnostics;
    }

    void add(TableEntry entry, Path directory) {
      String name = entry.name().value();
      files.remove(name);
      aliases.remove(name);
      if (!entry.file()) {
        aliases.put(name, entry.target().value());
        return;
      }
      Map<String, String> types =
          entry.types().stream()
              .collect(
                  Collectors.toMap(
                      (NamedScalar each) -> each.name().value(),
                      each -> each.value().value(),
                      (first, second) -> second,
                      LinkedHashMap::new));
      file(
          name,
          entry.target(),
          types,
          entry.delimiter().map(Scalar::value),
          entry.header().orElse(true),
          directory);
    }

    void add(String name, String file, Path directory) {
      Scalar written = Scalar.whole(new SourceFile("--table", file));
      file(name, written, Map.of(), Optional.empty(), true, directory);
    }

    void file(
        String name,
        Scalar written,
        Map<String, String> types,
        Optional<String> delimiter,
        boolean header,
        Path directory) {
      List<Path> paths = FileSearch.expand(written.value(), directory);
      if (paths.isEmpty()) {
        if (!spared.equals(Optional.of(name))) {
          missing(written, directory);
        }
        return;
      }
      files.put(name, new DataFile(name, written.value(), paths, types, delimiter, header));
      places.put(name, written);
    }

    private void missing(Scalar written, Path directory) {
      String text = written.value();
      boolean glob = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
      String message =
          glob ? "no file matches `" + text + "`" : "the file `" + text + "` is not there";
      Diagnostic diagnostic = Diagnostic.error(Code.E0402, message, written.file(), written.span());
      String meant = DidYouMean.phrase(text, Set.copyOf(FileSearch.neighbours(text, directory)));
      diagnostics.add(meant.isEmpty() ? diagnostic : diagnostic.help(meant));
    }
  }

  /** The same where no file can be a table. */
  NamedTables withoutFiles() {
    return new NamedTables(List.of(), places, aliases, candidate);
  }

  /** Every file that one of several suites names. */
  static Set<Path> paths(List<NamedTables> all) {
    return all.stream()
        .flatMap(each -> each.files().stream())
        .flatMap(each -> each.paths().stream())
        .collect(Collectors.toSet());
  }
}
