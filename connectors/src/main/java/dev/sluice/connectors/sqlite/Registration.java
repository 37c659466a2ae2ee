package dev.sluice.connectors.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** Gives a connection the functions that SQLite lacks. They are there until it is closed. */
final class Registration {

  private static final String TRANSACTION = "sluice_transaction";
  private static final String OWN = "sluice_own";

  private static final int ANY_NUMBER = -1;

  private Registration() {}

  /** Registers with a connection that was opened here, and is nobody else's. */
  static void own(Connection connection) throws SQLException {
    ensure(connection);
    Function.create(
        connection,
        OWN,
        new Function() {
          @Override
          protected void xFunc() throws SQLException {
            result(1);
          }
        });
  }

  static boolean isOwn(Connection connection) throws SQLException {
    return knows(connection, OWN);
  }

  /** Registers with a connection that somebody else opened, unless that was done before. */
  static void ensure(Connection connection) throws SQLException {
    if (knows(connection, TRANSACTION)) {
      return;
    }
    if (!connection.isWrapperFor(SQLiteConnection.class)) {
      throw new SQLException(
          "this connection does not unwrap to `org.sqlite.SQLiteConnection`, with which Sluice"
              + " registers its functions");
    }
    SQLiteConnection own = connection.unwrap(SQLiteConnection.class);
    for (Map.Entry<String, Function> scalar : Scalars.all().entrySet()) {
      Function.create(
          own, scalar.getKey(), scalar.getValue(), ANY_NUMBER, Function.FLAG_DETERMINISTIC);
    }
    for (Map.Entry<String, Function> aggregate : Aggregates.all().entrySet()) {
      Function.create(own, aggregate.getKey(), aggregate.getValue(), ANY_NUMBER);
    }
    TransactionCounter counter = new TransactionCounter();
    own.addCommitListener(counter);
    Function.create(own, TRANSACTION, counter, 1, 0);
  }

  private static boolean knows(Connection connection, String function) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT COUNT(*) FROM pragma_function_list WHERE name = ?")) {
      statement.setString(1, function);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getLong(1) > 0;
      }
    }
  }

  /** What the connection's counter says to a question. */
  static long tell(Connection connection, int question) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT " + TRANSACTION + "(?)")) {
      statement.setInt(1, question);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
