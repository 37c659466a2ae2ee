package dev.sluice.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables `orders` and `customers`: twelve columns, the same rows at each run, with a known
 * number of defects of each kind, spread from the first row on. Made by DuckDB of row numbers and
 * their hashes.
 */
record Orders(Path folder, long rows) {

  private static final long MICROSECONDS = 64_800_000_000_000L;

  /** Writes both tables into a new DuckDB file in the folder. */
  static Orders write(Path folder, long rows) throws SQLException {
    Orders written = new Orders(folder, rows);
    written.run(
        "create table customers as select (1 + i)::bigint as customer_id, 'name' || i as name,"
            + " ['retail', 'wholesale', 'web'][1 + (hash(i) % 3)::int] as segment"
            + " from range(0, 500000) t(i)",
        "create table orders as " + orders(rows), "checkpoint");
    return written;
  }

  /** The number of rows, for people. */
  String shown() {
    return "%,d".formatted(rows);
  }

  Path database() {
    return folder.resolve("orders.db");
  }

  String url() {
    return "jdbc:duckdb:" + database();
  }

  /** More rows than nine tenths, as the suites want. */
  long most() {
    return rows / 10 * 9;
  }

  /** Writes both tables as files beside the database: `csv` without headers, or `parquet`. */
  void copy(String format) throws SQLException {
    String options = format.equals("csv") ? "format csv, header false" : "format " + format;
    for (String table : new String[] {"orders", "customers"}) {
      Path file = folder.resolve(table + "." + format);
      if (!Files.exists(file)) {
        run("copy " + table + " to '" + file + "' (" + options + ")");
      }
    }
  }

  /** A copy of the database in a folder, in which these statements were run. */
  Path with(Path other, String... statements) throws IOException, SQLException {
    Orders copy = new Orders(other, rows);
    Files.copy(database(), copy.database());
    copy.run(statements);
    return copy.database();
  }

  private void run(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  // One defect of each kind in a block of a thousandth of the rows, for as many blocks as it says.
  private static String orders(long rows) {
    long block = rows / 1000;
    long step = MICROSECONDS / rows;
    return """
        with numbered as (
          select i, i // %1$d as b, i %% %1$d as o,
            case when i %% %1$d = 41 and i // %1$d < 37 then i - 1 else i end as own,
            case when i %% %1$d = 41 and i // %1$d < 11 then i - 1 else i end as source
          from range(0, %2$d) t(i)),
        hashed as (
          select *, hash(source) as h1, hash(source + 1000003) as h2,
            hash(i + 77777777) as h3, hash(i + 5555555555) as h4 from numbered),
        timed as (
          select *, case when o = 46 and b < 23
            then timestamp '2031-01-01 00:00:00' + to_seconds(b::bigint)
            else timestamp '2024-11-01 00:00:00'
              + to_microseconds((source * %3$d + (h2 %% 1000000))::bigint)
            end::timestamp as created from hashed)
        select (1000000000 + own)::bigint as order_id,
          case when o = 52 and b < 7 then null when o = 42 and b < 120 then 9000000 + b
            else (1 + (h1 %% 500000))::bigint end::bigint as customer_id,
          case when o = 43 and b < 55 then case when b %% 2 = 0 then 'UNKNOWN' else 'Paid' end
            else ['new', 'paid', 'shipped', 'delivered', 'cancelled', 'returned'][1 + (h2 %% 6)::int]
            end::varchar as status,
          case when o = 45 and b < 1000 then null
            when o = 44 and b < 410 then -((h3 %% 10000)::double / 100 + 0.01)
            else least(19999.99, 1.0 - ln(((h3 %% 1000000)::double + 1.0) / 1000001.0) * 120.0)
            end::decimal(12, 2) as amount,
          ['EUR', 'USD', 'GBP', 'CHF', 'JPY'][1 + (h4 %% 5)::int]::varchar as currency,
          case when i %% 200 = 137 then null
            when i %% 1000 = 500 then 'user' || (h1 %% 500000) || '.example.com'
            else 'user' || (h1 %% 500000) || '@' || ['example.com', 'mail.example.org',
              'shop.example.net', 'example.co.uk'][1 + (h4 %% 4)::int] end::varchar as email,
          created as created_at,
          case when o = 47 and b < 77 then created - to_seconds((1 + h3 %% 86400)::bigint)
            else created + to_seconds((h3 %% 2592000)::bigint) end::timestamp as updated_at,
          case when o = 49 and b < 15 then 0 when o = 50 and b < 9 then 5000
            else 1 + (h4 %% 100)::int end::int as qty,
          case when o = 48 and b < 64 then 1.0 + (1 + b) / 100.0
            else (h3 %% 5000) / 10000.0 end::double as discount,
          case when o = 51 and b < 33 then 'X' else chr(65 + ((h4 // 7) %% 20)::int)
            || chr(65 + ((h4 // 1000) %% 10)::int) end::varchar as country,
          case when (h3 // 13) %% 100 < 35 then 'note ' || (h4 %% 1000000) || ' please deliver '
            || ['today', 'later', 'at the door', 'by post'][1 + (h3 %% 4)::int]
            end::varchar as note
        from timed order by i
        """
        .formatted(block, rows, step);
  }
}
