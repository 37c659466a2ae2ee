package dev.sluice.dsl.table;

import java.util.List;
import java.util.Optional;

/**
 * A table, view or file that sentences may speak of.
 *
 * @param path its place in the database, catalogue's spelling, outermost first; it identifies the
 *     table within one connection
 * @param display as people wrote it
 */
public record Table(List<String> path, String display, List<Column> columns) {

  public Table {
    path = List.copyOf(path);
    columns = List.copyOf(columns);
  }

  /** The column of a name: spelt just so, else the only one that differs in case alone. */
  public Optional<Column> column(String name) {
    Optional<Column> exact = columns.stream().filter(each -> each.name().equals(name)).findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    List<Column> alike =
        columns.stream().filter(each -> each.name().equalsIgnoreCase(name)).toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  // The path tells them apart; hashing some hundred columns for each thing that is looked up by
  // what
  // it reads would be most of a plan's cost.
  @Override
  public int hashCode() {
    return path.hashCode();
  }
}
