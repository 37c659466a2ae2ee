package dev.sluice.engine.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Expands the paths and globs under which data files are declared. */
final class FileSearch {

  private FileSearch() {}

  /** The existing files of a path or glob, absolute and sorted; empty when there is none. */
  static List<Path> expand(String written, Path directory) {
    try {
      return found(written, directory);
    } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
      // what is no path or no pattern finds nothing, as what may not be looked into
      return List.of();
    }
  }

  private static List<Path> found(String written, Path directory) throws IOException {
    int wild = firstWildcard(written);
    if (wild < 0) {
      Path path = directory.resolve(written).toAbsolutePath().normalize();
      return Files.isRegularFile(path) ? List.of(path) : List.of();
    }
    int slash = written.lastIndexOf('/', wild);
    Path start = slash < 0 ? directory : directory.resolve(written.substring(0, slash + 1));
    Path root = start.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + written.substring(slash + 1));
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile)
          .filter(path -> matcher.matches(root.relativize(path)))
          .sorted()
          .toList();
    }
  }

  /** Files that stand where a path points, for did-you-mean, written as the path was. */
  static List<String> neighbours(String written, Path directory) {
    int slash = written.lastIndexOf('/');
    String prefix = slash < 0 ? "" : written.substring(0, slash + 1);
    List<String> names = new ArrayList<>();
    try (Stream<Path> list = Files.list(directory.resolve(prefix))) {
      list.filter(Files::isRegularFile)
          .limit(1_000)
          .forEach(path -> names.add(prefix + path.getFileName()));
    } catch (IOException | InvalidPathException unreadable) {
      return List.of();
    }
    return names;
  }

  private static int firstWildcard(String written) {
    for (int index = 0; index < written.length(); index++) {
      if ("*?[{".indexOf(written.charAt(index)) >= 0) {
        return index;
      }
    }
    return -1;
  }
}
