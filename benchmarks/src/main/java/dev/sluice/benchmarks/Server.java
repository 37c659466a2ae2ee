package dev.sluice.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** A PostgreSQL with both tables, on the loopback interface, for the time of a run. */
final class Server implements AutoCloseable {

  private static final String ORDERS =
      "create table orders (order_id bigint, customer_id bigint, status text,"
          + " amount numeric(12, 2), currency text, email text, created_at timestamp,"
          + " updated_at timestamp, qty int, discount double precision, country text, note text)";

  private final EmbeddedPostgres postgres;

  Server(Path csvFolder) throws IOException, SQLException {
    postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("work_mem", "256MB")
            .setServerConfig("max_wal_size", "8GB")
            .setLocaleConfig("locale", "C.UTF-8")
            .setLocaleConfig("encoding", "UTF8")
            .start();
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(ORDERS);
      statement.execute(
          "create table customers (customer_id bigint primary key, name text, segment text)");
      for (String table : new String[] {"orders", "customers"}) {
        try (InputStream csv = Files.newInputStream(csvFolder.resolve(table + ".csv"))) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + table + " from stdin (format csv)", csv);
        }
      }
      statement.execute("vacuum analyze");
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres";
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
