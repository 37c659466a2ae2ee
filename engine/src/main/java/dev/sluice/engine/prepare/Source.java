package dev.sluice.engine.prepare;

import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.connector.FileNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where connections come from: a database that we open, or one that the caller has. */
public interface Source extends AutoCloseable {

  /** The connector that speaks to it. */
  Connector connector();

  /** Its name for people: from the configuration, or the URL without secrets. */
  String shown();

  /** A connection that sees the declared files as tables; the caller closes it. */
  Connection connect() throws SQLException;

  /** Whether connections of it are ours to close. */
  default boolean closes() {
    return true;
  }

  /** Whether more connections may be taken while one is in use. */
  default boolean givesMore() {
    return false;
  }

  /** What was noticed about the declared files. */
  List<FileNote> notes();

  @Override
  void close();
}
