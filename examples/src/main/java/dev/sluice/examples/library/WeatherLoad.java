package dev.sluice.examples.library;

import dev.sluice.engine.GateRefused;
import dev.sluice.engine.Sluice;
import dev.sluice.engine.Suite;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;

/**
 * Loads the weather of Seattle into a DuckDB file, a year at a time, each year behind the gate.
 *
 * <p>Run it from the root of the repository, once Sluice is built: {@code java -cp
 * 'cli/target/lib/*' examples/src/main/java/dev/sluice/examples/library/WeatherLoad.java}
 */
public final class WeatherLoad {

  /** A day as the file has it. */
  record Day(
      LocalDate date,
      BigDecimal precipitation,
      BigDecimal warmest,
      BigDecimal coldest,
      BigDecimal wind,
      String weather) {}

  private final Path folder;
  private final String url;

  /**
   * @param folder with the suite and the data; the database file will lie there too
   */
  public WeatherLoad(Path folder) {
    this.folder = folder;
    this.url = "jdbc:duckdb:" + folder.resolve("weather.db");
  }

  /** Loads four years: two as a step of the gate, two within a transaction of its own. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path folder = Path.of(arguments.length == 0 ? "examples/library" : arguments[0]);
    WeatherLoad load = new WeatherLoad(folder);
    for (int year = 2012; year <= 2013; year++) {
      tell(year, load.asStep(year));
    }
    for (int year = 2014; year <= 2015; year++) {
      tell(year, load.withinTransaction(year));
    }
  }

  private static void tell(int year, Report report) {
    System.out.println(year + " " + report.outcome().word());
    if (report.outcome() == Outcome.ROLLED_BACK) {
      System.out.println("  " + report.suites().get(0).message());
    }
  }

  /** The load is a step in the gate's transaction. */
  Report asStep(int year) throws IOException {
    List<Day> days = days(year);
    Suite suite = Suite.of(folder.resolve("weather.yml")).set("year", Integer.toString(year));
    return Sluice.open(url).gate(suite, handle -> insert(handle.getConnection(), days));
  }

  /** The load is part of a transaction of this program, which commits it. */
  Report withinTransaction(int year) throws IOException, SQLException {
    List<Day> days = days(year);
    Suite suite = Suite.of(folder.resolve("weather.yml")).set("year", Integer.toString(year));
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.setAutoCommit(false);
      try {
        insert(connection, days);
        Report report = Sluice.within(connection).gate(suite);
        connection.commit();
        return report;
      } catch (GateRefused refused) {
        connection.rollback();
        return refused.report();
      }
    }
  }

  private static void insert(Connection connection, List<Day> days) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists weather (date date, precipitation decimal(5, 1),"
              + " temp_max decimal(5, 1), temp_min decimal(5, 1), wind decimal(5, 1),"
              + " weather varchar)");
    }
    try (PreparedStatement statement =
        connection.prepareStatement("insert into weather values (?, ?, ?, ?, ?, ?)")) {
      for (Day day : days) {
        statement.setDate(1, Date.valueOf(day.date()));
        statement.setBigDecimal(2, day.precipitation());
        statement.setBigDecimal(3, day.warmest());
        statement.setBigDecimal(4, day.coldest());
        statement.setBigDecimal(5, day.wind());
        statement.setString(6, day.weather());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private List<Day> days(int year) throws IOException {
    return Files.readAllLines(folder.resolve("seattle-weather.csv")).stream()
        .skip(1)
        .map(WeatherLoad::day)
        .filter(day -> day.date().getYear() == year)
        .toList();
  }

  private static Day day(String line) {
    String[] fields = line.split(",", -1);
    return new Day(
        LocalDate.parse(fields[0]),
        new BigDecimal(fields[1]),
        new BigDecimal(fields[2]),
        new BigDecimal(fields[3]),
        new BigDecimal(fields[4]),
        fields[5]);
  }
}
