package dev.sluice.connectors.duckdb;

import java.sql.Date;
import java.time.LocalDate;

/**
 * A calendar day as the driver wants it, which makes a {@link Date} of every day and asks that for
 * the day again: by way of this machine's midnight, which a day that its zone left out does not
 * have.
 */
@SuppressWarnings("JavaUtilDate")
final class Day extends Date {

  private static final long serialVersionUID = 1L;

  private final LocalDate day;

  Day(LocalDate day) {
    super(day.toEpochDay());
    this.day = day;
  }

  @Override
  public LocalDate toLocalDate() {
    return day;
  }
}
