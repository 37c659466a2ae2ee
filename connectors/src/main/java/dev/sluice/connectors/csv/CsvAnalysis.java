package dev.sluice.connectors.csv;

import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.TypeWords;
import dev.sluice.engine.connector.DataFile;
import dev.sluice.engine.connector.FileNote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Reads the CSV files of one table from end to end: every line must have as many fields as the
 * first, and a column has a type only when every value of every file has it.
 */
public final class CsvAnalysis {

  private final DataFile declaration;
  private final byte delimiter;
  private final List<CsvColumn> columns = new ArrayList<>();
  private long rows;

  private CsvAnalysis(DataFile declaration, byte delimiter) {
    this.declaration = declaration;
    this.delimiter = delimiter;
  }

  /**
   * Reads all files of a declaration.
   *
   * @param delimiter one ASCII character
   * @throws CsvError when a file is malformed, naming file and line
   */
  public static CsvShape of(DataFile declaration, char delimiter) throws IOException {
    CsvAnalysis analysis = new CsvAnalysis(declaration, (byte) delimiter);
    for (Path path : declaration.paths()) {
      analysis.read(path);
    }
    return analysis.shape();
  }

  private void read(Path path) throws IOException {
    String file = label(declaration, path);
    try (InputStream stream = open(path);
        CsvRecords records = new CsvRecords(stream, file, delimiter)) {
      if (!records.next()) {
        throw new CsvError(
            "`" + file + "` is empty" + (declaration.header() ? ": it has no header line" : ""));
      }
      if (declaration.header()) {
        header(records, file);
      } else {
        if (columns.isEmpty()) {
          name(numbered(records.fields()), file);
        }
        row(records, file);
      }
      rows(records, file);
    }
  }

  /** The file as the user wrote it; of several files the name alone, never the machine's path. */
  public static String label(DataFile declaration, Path path) {
    return declaration.paths().size() == 1
        ? declaration.written()
        : String.valueOf(path.getFileName());
  }

  private static InputStream open(Path path) throws IOException {
    InputStream stream = Files.newInputStream(path);
    boolean zipped = path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    return zipped ? new GZIPInputStream(stream, 1 << 16) : stream;
  }

  private void rows(CsvRecords records, String file) throws IOException {
    long blank = 0;
    while (records.next()) {
      if (columns.size() > 1 && records.isBlank()) {
        blank = blank == 0 ? records.line(0) : blank;
        continue;
      }
      if (blank > 0) {
        throw CsvError.at(file, blank, "the line is empty, and rows follow it");
      }
      row(records, file);
    }
  }

  private void row(CsvRecords records, String file) throws CsvError {
    if (records.fields() != columns.size()) {
      throw CsvError.at(
          file,
          records.line(0),
          count(records.fields(), "field")
              + (declaration.header() ? " where the header has " : " where line 1 has ")
              + columns.size());
    }
    for (int field = 0; field < columns.size(); field++) {
      columns.get(field).add(records, field, file);
    }
    rows++;
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void header(CsvRecords records, String file) throws CsvError {
    if (records.isBlank()) {
      throw CsvError.at(file, 1, "the line is empty; the header is expected there");
    }
    List<String> names = numbered(records.fields());
    for (int field = 0; field < names.size(); field++) {
      if (!records.text(field).isEmpty()) {
        names.set(field, records.text(field));
      }
    }
    if (columns.isEmpty()) {
      name(names, file);
      return;
    }
    List<String> first = columns.stream().map(CsvColumn::name).toList();
    if (!names.equals(first)) {
      throw CsvError.at(
          file,
          1,
          "the header is `"
              + String.join("`, `", names)
              + "`, and `"
              + String.join("`, `", first)
              + "` in `"
              + label(declaration, declaration.paths().get(0))
              + "`");
    }
  }

  /** The names of columns without one. */
  private static List<String> numbered(int number) {
    List<String> names = new ArrayList<>();
    for (int index = 0; index < number; index++) {
      names.add("column" + index);
    }
    return names;
  }

  private void name(List<String> names, String file) throws CsvError {
    Map<String, Type> types = types(names);
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        throw CsvError.at(
            file,
            1,
            "two columns are called `" + name + "`, or differ in upper and lower case alone");
      }
      columns.add(new CsvColumn(name, Optional.ofNullable(types.get(name))));
    }
  }

  private Map<String, Type> types(List<String> names) throws CsvError {
    Map<String, Type> types = new HashMap<>();
    for (Map.Entry<String, String> entry : declaration.types().entrySet()) {
      String column = entry.getKey();
      if (!names.contains(column)) {
        throw new CsvError(
            "`types` of `"
                + declaration.written()
                + "` speaks of `"
                + column
                + "`, and there is no such column; it has `"
                + String.join("`, `", names)
                + "`");
      }
      types.put(
          column,
          TypeWords.find(entry.getValue())
              .filter(DeclaredType::isReadable)
              .orElseThrow(
                  () ->
                      new CsvError(
                          "`"
                              + entry.getValue()
                              + "` under `types` of `"
                              + declaration.written()
                              + "` is not a type that a file can hold; write `text`, `integer`,"
                              + " `decimal(12, 2)`, `double`, `boolean`, `date`, `time`,"
                              + " `timestamp`, `timestamptz`, `uuid` or `json`")));
    }
    return types;
  }

  private CsvShape shape() {
    List<FileNote> notes = new ArrayList<>();
    for (CsvColumn column : columns) {
      column.note(declaration).ifPresent(notes::add);
    }
    if (rows == 0 && declaration.types().isEmpty()) {
      String empty = "`" + declaration.written() + "` has no rows, so every column is text";
      notes.add(new FileNote(declaration.name(), Optional.empty(), empty, empty));
    }
    return new CsvShape(columns.stream().map(CsvColumn::shape).toList(), rows, notes);
  }
}
