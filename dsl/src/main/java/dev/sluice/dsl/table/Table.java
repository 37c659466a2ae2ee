package dev.sluice.dsl.table;

import java.util.List;

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
}
