package dev.sluice.engine.prepare;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.DataFiles;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.dsl.yaml.SuiteReader;
import dev.sluice.dsl.yaml.TextFiles;
import dev.sluice.engine.request.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a request names, read: suites, folders of suites, data files, tables. */
public final class Targets {

  private final Request request;
  private final Diagnostics diagnostics;
  private final Configurations configurations;

  private Targets(Request request, Diagnostics diagnostics) {
    this.request = request;
    this.diagnostics = diagnostics;
    this.configurations =
        new Configurations(
            request.config().map(request.directory()::resolve), request.environment(), diagnostics);
  }

  /** All suites of a request, in its order; what cannot be read is a diagnostic. */
  public static List<SuiteSource> read(Request request, Diagnostics diagnostics) {
    Targets targets = new Targets(request, diagnostics);
    List<SuiteSource> sources = new ArrayList<>();
    for (String target : request.targets()) {
      sources.addAll(targets.read(target));
    }
    if (request.targets().isEmpty()) {
      diagnostics.add(
          Arguments.error(Code.E0003, "no target: name a suite, a file or a table", ""));
    }
    return sources;
  }

  /** The tables and data files of a request, each as a suite that expects nothing yet. */
  public static List<SuiteSource> bare(Request request, Diagnostics diagnostics) {
    Targets targets = new Targets(request, diagnostics);
    List<SuiteSource> sources = new ArrayList<>();
    for (String target : request.targets()) {
      String kind = targets.kind(target);
      if (kind.isEmpty()) {
        sources.add(targets.adHoc(target, List.of()));
      } else {
        diagnostics.add(
            Arguments.error(
                    Code.E0002,
                    "`" + target + "` is a " + kind + ": lines are drafted from a table or a file",
                    target)
                .help("name the table, or a data file such as `orders.csv`"));
      }
    }
    return sources;
  }

  private String kind(String target) {
    return path(target).filter(Files::isDirectory).isPresent()
        ? "folder"
        : isSuite(target) ? "suite" : "";
  }

  private List<SuiteSource> read(String target) {
    Optional<Path> path = path(target);
    if (path.isEmpty()) {
      return adHoc(target);
    }
    if (Files.isDirectory(path.get())) {
      return folder(target, path.get());
    }
    if (isSuite(target)) {
      return suite(target, path.get()).stream().toList();
    }
    return adHoc(target);
  }

  private Optional<Path> path(String target) {
    try {
      return Optional.of(request.directory().resolve(target));
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  private static boolean isSuite(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yml") || lower.endsWith(".yaml");
  }

  private List<SuiteSource> folder(String target, Path path) {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(path)) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(each -> isSuite(each.toString()) && !each.endsWith("sluice.yml"))
              .sorted()
              .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      diagnostics.add(
          Arguments.error(Code.E0001, "the folder `" + target + "` cannot be read", target));
      return List.of();
    }
    if (files.isEmpty()) {
      diagnostics.add(
          Arguments.error(Code.E0003, "the folder `" + target + "` holds no suite", target));
    }
    List<SuiteSource> sources = new ArrayList<>();
    Configurations.Located located = configurations.beside(path, Path.of(target));
    Root root = Root.of(path, located.file(), located.directory()).orElse(path);
    for (Path file : files) {
      String shown = Path.of(target).resolve(path.relativize(file)).toString();
      if (!root.holds(file)) {
        diagnostics.add(
            Arguments.error(
                    Code.E0001, "`" + shown + "` is a link that leads out of its root", target)
                .help("name it by itself, or move it below the root"));
        continue;
      }
      suite(shown, file).ifPresent(sources::add);
    }
    return sources;
  }

  private Optional<SuiteSource> suite(String shown, Path path) {
    Path directory = parent(path);
    Configurations.Located located = configurations.beside(directory, folder(shown));
    return TextFiles.read(path, shown, diagnostics)
        .flatMap(text -> SuiteReader.read(text, diagnostics))
        .map(
            file ->
                new SuiteSource(
                    withLines(file, lines()),
                    file.suite().map(Scalar::value).orElse(stem(path.getFileName().toString())),
                    shown,
                    directory,
                    located.file(),
                    located.understood(),
                    located.directory()));
  }

  // A data file or a table on the command line is a suite of the lines given beside it.
  private List<SuiteSource> adHoc(String target) {
    if (request.expect().isEmpty()) {
      diagnostics.add(
          Arguments.error(
                  Code.E0003, "nothing is expected of `" + target + "`: no line was given", target)
              .help("say what is expected: -e 'row_count > 0'"));
      return List.of();
    }
    return List.of(adHoc(target, lines()));
  }

  private SuiteSource adHoc(String target, List<SuiteFile.LineEntry> lines) {
    boolean file = DataFiles.isFile(target);
    Scalar table = Scalar.whole(new SourceFile("command line", target));
    Configurations.Located located = configurations.beside(request.directory(), Path.of(""));
    String name = file ? stem(Path.of(target).getFileName().toString()) : target;
    return new SuiteSource(
        SuiteFile.of(table, lines),
        name,
        target,
        request.directory(),
        located.file(),
        located.understood(),
        located.directory());
  }

  private List<SuiteFile.LineEntry> lines() {
    List<SuiteFile.LineEntry> lines = new ArrayList<>();
    for (String line : request.expect()) {
      Scalar sentence = Scalar.whole(new SourceFile(SourceFile.COMMAND_LINE, line));
      lines.add(
          new SuiteFile.LineEntry(
              sentence, Optional.empty(), Optional.empty(), List.of(), Optional.empty()));
    }
    return lines;
  }

  private static SuiteFile withLines(SuiteFile file, List<SuiteFile.LineEntry> more) {
    return more.isEmpty() ? file : file.with(more);
  }

  private static Path parent(Path path) {
    Path parent = path.toAbsolutePath().normalize().getParent();
    return parent == null ? path.toAbsolutePath() : parent;
  }

  // As the user named it, empty for the one in which the run began.
  private static Path folder(String shown) {
    Path parent = Path.of(shown).getParent();
    return parent == null ? Path.of("") : parent;
  }

  static String stem(String name) {
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }
}
