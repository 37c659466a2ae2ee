package dev.sluice.engine.connector;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A declared data file, or several that are one table.
 *
 * @param name the table's name in sentences
 * @param paths existing files, absolute, globs already expanded, sorted; never empty
 * @param types declared types by column name, in the words of the language
 * @param header whether line one of a CSV holds the names
 */
public record DataFile(
    String name,
    String written,
    List<Path> paths,
    Map<String, String> types,
    Optional<String> delimiter,
    boolean header) {

  public DataFile {
    paths = List.copyOf(paths);
  }
}
