package dev.sluice.connectors.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a database was set up, as far as it changes what sentences mean.
 *
 * @param path where it is stored; nothing when it is in memory
 * @param collation by which texts compare; {@code OFF} when exactly
 * @param mode the database that it imitates
 */
record H2Settings(Optional<String> path, String collation, String mode) {

  /** In these modes texts, nulls and numbers mean what they mean in H2 itself. */
  private static final Set<String> MODES = Set.of("REGULAR", "STRICT", "POSTGRESQL");

  static H2Settings of(Connection connection) throws SQLException {
    String query =
        """
        SELECT DATABASE_PATH(),
          (SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'COLLATION'),
          (SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'MODE')
        """;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      String collation = row.getString(2);
      String mode = row.getString(3);
      return new H2Settings(
          Optional.ofNullable(row.getString(1)),
          collation == null ? "OFF" : collation,
          mode == null ? "REGULAR" : mode);
    }
  }

  /** Refuses a database in which the same sentence would mean something else. */
  void verify() throws SQLException {
    if (!collation.equals("OFF")) {
      throw new SQLException(
          "this H2 database compares texts by the collation "
              + collation
              + ", and H2 cannot compare them exactly then; it would have to be made anew without"
              + " SET COLLATION");
    }
    if (!MODES.contains(mode.toUpperCase(Locale.ROOT))) {
      throw new SQLException(
          "this H2 database imitates "
              + mode
              + ", where values mean something else; open it with MODE=REGULAR");
    }
  }
}
