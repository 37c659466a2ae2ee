package dev.sluice.connectors.duckdb;

import dev.sluice.connectors.csv.CsvAnalysis;
import dev.sluice.connectors.csv.CsvError;
import dev.sluice.connectors.csv.CsvShape;
import dev.sluice.engine.connector.DataFile;
import dev.sluice.engine.connector.FileNote;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** CSV files: nothing is left to DuckDB's guessing, and what it reads is counted against ours. */
record CsvView(DataFile file, char delimiter, CsvShape shape) implements FileView {

  static CsvView of(DataFile file, char usual) throws SQLException {
    String delimiter = file.delimiter().orElse(String.valueOf(usual));
    if (delimiter.equals("\\t")) {
      delimiter = "\t";
    }
    if (delimiter.length() != 1 || delimiter.charAt(0) > '~' || "\"\r\n".contains(delimiter)) {
      throw new SQLException(
          "`"
              + delimiter
              + "` cannot stand between the fields of `"
              + file.written()
              + "`; a delimiter is one character such as `;`");
    }
    try {
      return new CsvView(file, delimiter.charAt(0), CsvAnalysis.of(file, delimiter.charAt(0)));
    } catch (CsvError malformed) {
      throw new SQLException(malformed.getMessage(), malformed);
    } catch (IOException unreadable) {
      throw new SQLException("`" + file.written() + "` cannot be read", unreadable);
    }
  }

  @Override
  public String query(Connection connection) {
    String columns =
        shape.columns().stream()
            .map(
                column ->
                    Names.literal(column.name())
                        + ": "
                        + Names.literal(DuckDbTypes.word(column.type())))
            .collect(Collectors.joining(", ", "{", "}"));
    return "SELECT * FROM read_csv("
        + FileView.list(file.paths())
        + ", auto_detect = false, columns = "
        + columns
        + ", header = "
        + file.header()
        + ", delim = "
        + Names.literal(String.valueOf(delimiter))
        + ", quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false,"
        + " strict_mode = true, null_padding = false, ignore_errors = false,"
        + " hive_partitioning = false)";
  }

  @Override
  public void verify(Connection connection) throws SQLException {
    String counts =
        shape.columns().stream()
            .map(column -> ", count(" + Names.quoted(column.name()) + ")")
            .collect(Collectors.joining());
    String query = "SELECT count(*)" + counts + " FROM temp.main." + Names.quoted(file.name());
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      compare("rows", shape.rows(), row.getLong(1));
      int index = 2;
      for (CsvShape.Field column : shape.columns()) {
        compare("values of `" + column.name() + "`", column.values(), row.getLong(index++));
      }
    } catch (SQLException refused) {
      throw refused instanceof Mismatch ? refused : FileView.unreadable(file, refused);
    }
  }

  private void compare(String what, long found, long read) throws Mismatch {
    if (found != read) {
      throw new Mismatch(
          "`" + file.written() + "` has " + found + " " + what + ", and DuckDB reads " + read);
    }
  }

  /** Two readers disagree about a file. */
  private static final class Mismatch extends SQLException {
    Mismatch(String message) {
      super(message);
    }
  }

  @Override
  public List<FileNote> notes() {
    return shape.notes();
  }
}
