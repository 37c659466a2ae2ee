package dev.sluice.connectors.csv;

import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.FileNote;
import java.util.List;

/**
 * What was found out about the files of one table.
 *
 * @param columns in the files' order
 * @param rows records without the header lines
 * @param notes what people should know, such as a column that is text because of one value
 */
public record CsvShape(List<Field> columns, long rows, List<FileNote> notes) {

  public CsvShape {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }

  /**
   * A column.
   *
   * @param values how many are not null
   */
  public record Field(String name, Type type, long values) {}
}
