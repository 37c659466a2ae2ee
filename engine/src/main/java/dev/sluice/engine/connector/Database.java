package dev.sluice.engine.connector;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** An open database, from which connections are taken. Closing it closes what it opened. */
public interface Database extends AutoCloseable {

  /** A new connection; the caller closes it. All see the same tables and files. */
  Connection connect() throws SQLException;

  /**
   * What was noticed about the declared files, such as a column that is text because of one value.
   */
  default List<FileNote> notes() {
    return List.of();
  }

  /** Connections belong to those who took them. */
  @Override
  default void close() throws SQLException {}
}
