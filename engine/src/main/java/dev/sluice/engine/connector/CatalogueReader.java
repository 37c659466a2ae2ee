package dev.sluice.engine.connector;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Reads a database's catalogue. */
public interface CatalogueReader {

  /** What kind of thing a name stands for. */
  enum Kind {
    TABLE,
    /**
     * A table whose rows lie in other tables or on another server: it can be written, and its rows
     * have no identity of their own.
     */
    PARTITIONED,
    /** A table that can be written, and to whose rows the database gives no identity. */
    WITHOUT_IDENTITY,
    /**
     * A table that can be written, and that lacks the key by which its rows could be told apart.
     */
    KEYLESS,
    /** A table whose rows stay when the transaction that wrote them is undone. */
    UNTRANSACTIONAL,
    VIEW,
    /** A declared data file. */
    FILE
  }

  /**
   * A table with what is known of it.
   *
   * @param primaryKey empty without one
   * @param filled columns that the database gives a value when a row comes without
   */
  record Entry(Table table, Kind kind, List<String> primaryKey, Set<String> filled) {

    public Entry {
      primaryKey = List.copyOf(primaryKey);
      filled = Set.copyOf(filled);
    }
  }

  /**
   * Every table, view and declared file that a name could mean: exact matches of the last part when
   * there are any or {@code exactCase} is set, else those that differ in case alone. Outer parts
   * narrow.
   *
   * @param parts outermost first, never empty
   */
  List<Entry> find(Connection connection, List<String> parts, boolean exactCase)
      throws SQLException;

  /** Names of all tables that the connection sees, for did-you-mean; at most some thousands. */
  List<String> names(Connection connection) throws SQLException;

  /** The schema in which a name without one is looked up first, outermost part first. */
  List<String> defaultSchema(Connection connection) throws SQLException;

  /** The columns that a query gives, without running it to its end. */
  List<Column> columnsOf(Connection connection, String query) throws SQLException;

  /**
   * About how many rows a stored table has, as the catalogue remembers, without looking at any;
   * nothing where it does not know.
   */
  default OptionalLong estimatedRows(Connection connection, Table table) throws SQLException {
    return OptionalLong.empty();
  }
}
