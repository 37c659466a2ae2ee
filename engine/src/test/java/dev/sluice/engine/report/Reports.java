package dev.sluice.engine.report;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reports of runs that went in every direction. */
enum Reports {
  /** A data file on the command line; everything met. */
  MET {
    @Override
    Report report() {
      return check(
          Outcome.PASSED,
          suite("flights", "", "jdbc:duckdb:", "flights.parquet", Outcome.PASSED)
              .rows(3_000_000)
              .scans(1, 0)
              .lines(
                  Line.of("origin is not null")
                      .rows(3_000_000, 0, 0)
                      .says("3,000,000 rows")
                      .sql(SCAN),
                  Line.of("delay between -120 and 1440")
                      .rows(2_999_997, 0, 3)
                      .says("2,999,997 rows, 3 undecided")
                      .sql(SCAN),
                  Line.of("row_count between 1000 and 5000000")
                      .table("row_count", new BigDecimal("3000000"))
                      .says("row_count is 3000000")
                      .sql(SCAN),
                  Line.of(
                          "share(delay > 60) < 5% where carrier in ('AA', 'DL', 'UA', 'WN') and"
                              + " origin != destination")
                      .table("share(delay > 60)", new BigDecimal("0.0312"))
                      .says("share(delay > 60) is 0.0312")
                      .sql(SCAN)));
    }
  },

  /** A check in which something is warned of, and something would be set aside. */
  WARNED {
    @Override
    Report report() {
      return check(
          Outcome.WARNED,
          suite("orders", "orders.yml", "warehouse", "staging.orders", Outcome.WARNED)
              .rows(98_765)
              .scans(2, 2)
              .lines(
                  Line.of("order_id is not null else quarantine").rows(98_765, 0, 0).says(ROWS),
                  Line.of("order_id is unique else quarantine keeping latest updated_at")
                      .at(7)
                      .is(Verdict.HANDLED, "quarantine")
                      .rows(98_765, 24, 0)
                      .says("24 of 98,765 rows violate it (0.024 %); would quarantine 12 rows")
                      .sample("order_id", new BigDecimal("17"), "updated_at", NOON)
                      .sample("order_id", new BigDecimal("17"), "updated_at", null)
                      .andMore(),
                  Line.of("email matches '[^@]+@[^@]+' except at most 10 rows else warn")
                      .named("email_shape")
                      .at(9)
                      .is(Verdict.WARNED, "warn")
                      .rows(98_700, 11, 65)
                      .says("11 of 98,700 rows violate it (0.011 %), 65 undecided")
                      .because("marketing cannot reach customers without an address")
                      .tags("crm", "mail"),
                  Line.of("order_id is unique")
                      .id("ensure: order_id is unique")
                      .at(14)
                      .is(Verdict.SKIPPED, null)
                      .says("judged by `gate` only")));
    }
  },

  /** A load that was let through, with rows set aside, left out and repaired. */
  PUBLISHED {
    @Override
    Report report() {
      return gate(
          Outcome.PUBLISHED,
          suite("orders", "orders.yml", "warehouse", "staging.orders", Outcome.PUBLISHED)
              .rows(98_765)
              .scans(4, 2)
              .gate(publish(98_743, 12, 10, Map.of("amount", 7L), false))
              .lines(
                  Line.of("order_id is not null").rows(98_765, 0, 0).says(ROWS),
                  Line.of("order_id is unique else quarantine keeping latest updated_at")
                      .at(7)
                      .is(Verdict.HANDLED, "quarantine")
                      .rows(98_765, 24, 0)
                      .acted(12)
                      .says("24 of 98,765 rows violate it (0.024 %); quarantined 12 rows"),
                  Line.of("amount between 0 and 100000 else default 0, fail above 1%")
                      .at(8)
                      .is(Verdict.HANDLED, "default")
                      .rows(98_760, 7, 5)
                      .acted(7)
                      .says("7 of 98,760 rows violate it (0.0071 %), 5 undecided; 7 rows repaired"),
                  Line.of("order_id is unique")
                      .id("ensure: order_id is unique")
                      .at(14)
                      .rows(1_098_743, 0, 0)
                      .says("1,098,743 rows")));
    }
  },

  /** Quarantined rows through the gate again. */
  REPLAYED {
    @Override
    Report report() {
      GateReport gate = publish(9, 3, 0, Map.of("amount", 2L), false);
      return gate(
          Outcome.PUBLISHED,
          suite("orders", "orders.yml", "warehouse", "orders_quarantine", Outcome.PUBLISHED)
              .rows(12)
              .scans(3, 0)
              .gate(
                  new GateReport(
                      gate.shape(),
                      gate.mode(),
                      gate.target(),
                      gate.published(),
                      gate.quarantine(),
                      gate.quarantined(),
                      gate.dropped(),
                      gate.defaulted(),
                      Optional.empty(),
                      false,
                      true))
              .lines(
                  Line.of("row_count > 1000 else rollback")
                      .is(Verdict.SKIPPED, null)
                      .says("a replay judges by the lines on rows"),
                  Line.of("order_id is unique")
                      .at(7)
                      .is(Verdict.HANDLED, "quarantine")
                      .rows(12, 3, 0)
                      .acted(3)
                      .says("3 of 12 rows violate it (25 %); 3 rows stay")));
    }
  },

  /** What a gate would do. */
  DRY_RUN {
    @Override
    Report report() {
      return gate(
          Outcome.WARNED,
          suite("orders", "orders.yml", "warehouse", "staging.orders", Outcome.WARNED)
              .rows(5)
              .scans(1, 0)
              .message("dry run: everything was undone (1 handled)")
              .gate(publish(4, 1, 0, Map.of("amount", 0L), false))
              .lines(
                  Line.of("order_id is unique else quarantine keeping latest updated_at")
                      .at(7)
                      .is(Verdict.HANDLED, "quarantine")
                      .rows(5, 2, 0)
                      .acted(1)
                      .says("2 of 5 rows violate it (40 %); 1 row quarantined")));
    }
  },

  /** The same load once more: nothing to do. */
  SKIPPED {
    @Override
    Report report() {
      return gate(
          Outcome.PUBLISHED,
          suite("orders", "orders.yml", "warehouse", "staging.orders", Outcome.PUBLISHED)
              .gate(publish(0, 0, 0, Map.of(), true))
              .message("batch `2026-01-31` was already published: nothing was done (2 skipped)")
              .lines(
                  Line.of("order_id is not null")
                      .is(Verdict.SKIPPED, null)
                      .says("batch `2026-01-31` was already published: nothing was done"),
                  Line.of("row_count > 0")
                      .is(Verdict.SKIPPED, null)
                      .says("batch `2026-01-31` was already published: nothing was done")));
    }
  },

  /** A load that was refused. */
  FAILED {
    @Override
    Report report() {
      return gate(
          Outcome.FAILED,
          suite("orders", "orders.yml", "warehouse", "staging.orders", Outcome.FAILED)
              .rows(98_765)
              .scans(1, 1)
              .gate(publish(0, 0, 0, Map.of(), false))
              .lines(
                  Line.of("order_id is not null").rows(98_765, 0, 0).says(ROWS).sql(SCAN),
                  Line.of("amount between 0 and 100000 else default 0, fail above 1%")
                      .at(8)
                      .is(Verdict.FAILED, "fail")
                      .rows(98_762, 1_234, 3)
                      .says("1,234 of 98,762 rows violate it (1.25 %), 3 undecided")
                      .because("refunds live in another table")
                      .sample("order_id", new BigDecimal("17"), "amount", new BigDecimal("-3.00"))
                      .sample("order_id", new BigDecimal("18"), "amount", new BigDecimal("-14.50"))
                      .sample("order_id", new BigDecimal("2044"), "amount", new BigDecimal("1E+9"))
                      .andMore()
                      .sql(SCAN, "select order_id, amount\nfrom staging.orders\nlimit 3"),
                  Line.of("row_count between 1000000 and 5000000")
                      .at(11)
                      .is(Verdict.FAILED, "fail")
                      .table("row_count", new BigDecimal("98765"))
                      .says("row_count is 98765")
                      .sql(SCAN)));
    }
  },

  /** A load taken back because of what it did to the target. */
  ROLLED_BACK {
    @Override
    Report report() {
      return gate(
          Outcome.ROLLED_BACK,
          suite("orders", "orders.yml", "warehouse", "staging.orders", Outcome.ROLLED_BACK)
              .rows(98_765)
              .scans(3, 1)
              .gate(publish(0, 0, 0, Map.of(), false))
              .lines(
                  Line.of("order_id is not null").rows(98_765, 0, 0).says(ROWS),
                  Line.of("row_count > 1000000 per country")
                      .id("ensure: row_count > 1000000 per country")
                      .at(14)
                      .is(Verdict.ROLLED_BACK, "rollback")
                      .rows(40, 1, 0)
                      .says("1 of 40 groups violates it (2.5 %)")
                      .sample("country", null, "row_count", new BigDecimal("12"))));
    }
  },

  /** A line that could not be judged, and a suite whose database was not there. */
  ERROR {
    @Override
    Report report() {
      return new Report(
          RUN,
          STARTED,
          192_345,
          Outcome.ERROR,
          3,
          List.of(
              suite("orders", "orders.yml", "warehouse", "staging.orders", Outcome.ERROR)
                  .rows(98_765)
                  .scans(3, 0)
                  .gate(publish(0, 0, 0, Map.of(), false))
                  .lines(
                      Line.of("order_id is not null").rows(98_765, 0, 0).says(ROWS),
                      Line.of("number(note) > 1")
                          .fails("database", "ERROR: out of memory; password=hunter2 was given"))
                  .build(),
              suite(
                      "customers",
                      "more/customers.yml",
                      "jdbc:postgresql://bob:hunter2@db/x",
                      "customers",
                      Outcome.ERROR)
                  .error("database", "connection refused")
                  .message("connection refused (1 error)")
                  .lines(Line.of("id is unique").fails("database", "connection refused"))
                  .build()),
          List.of());
    }
  },

  /** The answer to a commit was lost. */
  UNKNOWN {
    @Override
    Report report() {
      return gate(
          Outcome.UNKNOWN,
          suite("orders", "orders.yml", "warehouse", "staging.orders", Outcome.UNKNOWN)
              .rows(5)
              .scans(1, 0)
              .error("lost", "an I/O error occurred while sending to the backend")
              .gate(publish(5, 0, 0, Map.of(), false))
              .lines(Line.of("order_id is not null").rows(5, 0, 0).says("5 rows")));
    }
  },

  /** An empty candidate: no line tells why the gate refused. */
  EMPTY {
    @Override
    Report report() {
      return gate(
          Outcome.FAILED,
          suite("orders", "orders.yml", "warehouse", "staging.orders", Outcome.FAILED)
              .rows(0)
              .scans(1, 0)
              .message("the candidate is empty; `allow_empty: true` lets it through")
              .gate(publish(0, 0, 0, Map.of(), false))
              .lines(Line.of("order_id is not null").says("0 rows decided")));
    }
  },

  /** Mistakes in a suite: nothing was run. */
  INVALID {
    @Override
    Report report() {
      SourceFile file =
          new SourceFile(
              "orders.yml",
              "table: orders\nexpect:\n  - ammount > 0\n  - '𝄞 > 1' # pw\nconnection: x\n");
      Diagnostic unknown =
          Diagnostic.error(Code.E0401, "no column `ammount`", file, new Span(26, 33))
              .help("did you mean `amount`?");
      Diagnostic clef = Diagnostic.error(Code.E0401, "no column `𝄞`", file, new Span(43, 44));
      Diagnostic secret =
          Diagnostic.error(
                  Code.E0005,
                  "no connection `jdbc:postgresql://bob:hunter2@db/x`",
                  file,
                  new Span(57, 67))
              .asWarning();
      return new Report(
          RUN, STARTED, 12, Outcome.INVALID, 2, List.of(), List.of(unknown, clef, secret));
    }
  },

  /** Values of every type, and those that numbers of JSON cannot say. */
  VALUES {
    @Override
    Report report() {
      return check(
          Outcome.FAILED,
          suite("values", "values.yml", "jdbc:duckdb:", "t", Outcome.FAILED)
              .rows(9)
              .scans(1, 1)
              .lines(
                  Line.of("avg(x) > 1").is(Verdict.FAILED, "fail").table("avg(x)", Double.NaN),
                  Line.of("max(x) < 1")
                      .is(Verdict.FAILED, "fail")
                      .table("max(x)", Double.POSITIVE_INFINITY),
                  Line.of("min(x) > 1").is(Verdict.FAILED, "fail").table("min(x)", null),
                  Line.of("sum(x) < 1e30").table("sum(x)", new BigDecimal("1E+27")),
                  Line.of("stddev(x) < 1").table("stddev(x)", 1.5e-7),
                  Line.of("max(d) > 2024-01-01").table("max(d)", LocalDate.of(2024, 2, 29)),
                  Line.of("age(max(t)) < 1 hour")
                      .is(Verdict.FAILED, "fail")
                      .table("age(max(t))", Duration.ofSeconds(93_784, 500_000_000)),
                  Line.of("x is not null")
                      .is(Verdict.FAILED, "fail")
                      .rows(9, 1, 0)
                      .sample(
                          "b",
                          true,
                          "d",
                          LocalDate.of(1, 1, 1),
                          "t",
                          LocalTime.of(7, 5),
                          "ts",
                          LocalDateTime.of(2026, 1, 31, 12, 0),
                          "tz",
                          STARTED,
                          "u",
                          new UUID(1, 2),
                          "n",
                          null,
                          "j",
                          "{\"a\": 1}")));
    }
  },

  /** Names and values that try to break out of what holds them. */
  HOSTILE {
    @Override
    Report report() {
      return check(
          Outcome.FAILED,
          suite(
                  "a\"b<c>&d",
                  "näïve ö.yml",
                  "jdbc:postgresql://h/d?user=u&password=hunter2",
                  "\"odd \u001b[31mtable\"",
                  Outcome.FAILED)
              .rows(1)
              .scans(1, 1)
              .lines(
                  Line.of("\"名前\" != '<b>''x''</b> & ]]>'")
                      .named("weird")
                      .because("line one\nline two \u202Ereversed")
                      .is(Verdict.FAILED, "fail")
                      .rows(1, 1, 0)
                      .says("1 of 1 row violates it (100 %)")
                      .sample("名前", "漢字かな交じり文", "v", "'; DROP TABLE x; --")
                      .sample("名前", "👩‍🚀 ok", "v", "tab\tnul\u0000bell\u0007\u009b31m\uFFFE")
                      .sample("名前", "", "v", "NULL")
                      .sample("名前", " padded ", "v", "x".repeat(5_000))
                      .sample("名前", null, "v", "\u2028sep\u2029")
                      .sql("select '\u001b]0;title\u0007'\r\nfrom t")));
    }
  };

  private static final String RUN = "0f3c2c1e";
  private static final Instant STARTED = Instant.parse("2026-01-31T06:00:00.123Z");
  private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 30, 12, 0);
  private static final String ROWS = "98,765 rows";
  private static final String SCAN = "select count(*), count(*) filter (where x)\nfrom t";

  abstract Report report();

  private static Report check(Outcome outcome, SuiteBuilder suite) {
    return new Report(
        RUN, STARTED, 420, outcome, outcome.exitCode(), List.of(suite.build()), List.of());
  }

  private static Report gate(Outcome outcome, SuiteBuilder suite) {
    return new Report(
        RUN, STARTED, 4_270, outcome, outcome.exitCode(), List.of(suite.build()), List.of());
  }

  private static GateReport publish(
      long published, long quarantined, long dropped, Map<String, Long> defaulted, boolean again) {
    return new GateReport(
        "publish",
        Optional.of("append"),
        "analytics.orders",
        published,
        Optional.of("analytics.orders_quarantine"),
        quarantined,
        dropped,
        defaulted,
        Optional.of("2026-01-31"),
        again,
        false);
  }

  private static SuiteBuilder suite(
      String name, String file, String connection, String table, Outcome outcome) {
    return new SuiteBuilder(name, file, connection, table, outcome);
  }

  /** Builds a suite's report. */
  private static final class SuiteBuilder {

    private final String name;
    private final String file;
    private final String connection;
    private final String table;
    private final Outcome outcome;
    private String message = "";
    private Optional<Failure> error = Optional.empty();
    private Optional<Long> rows = Optional.empty();
    private int scans;
    private int sampleScans;
    private List<ExpectationReport> lines = List.of();
    private Optional<GateReport> gate = Optional.empty();

    SuiteBuilder(String name, String file, String connection, String table, Outcome outcome) {
      this.name = name;
      this.file = file;
      this.connection = connection;
      this.table = table;
      this.outcome = outcome;
    }

    SuiteBuilder message(String value) {
      message = value;
      return this;
    }

    SuiteBuilder error(String code, String text) {
      error = Optional.of(new Failure(code, text));
      return this;
    }

    SuiteBuilder rows(long value) {
      rows = Optional.of(value);
      return this;
    }

    SuiteBuilder scans(int measuring, int sampling) {
      scans = measuring;
      sampleScans = sampling;
      return this;
    }

    SuiteBuilder gate(GateReport value) {
      gate = Optional.of(value);
      return this;
    }

    SuiteBuilder lines(Line... values) {
      lines = Arrays.stream(values).map(Line::build).toList();
      return this;
    }

    SuiteReport build() {
      return new SuiteReport(
          name,
          file,
          connection,
          table,
          outcome,
          message,
          error,
          rows,
          scans,
          sampleScans,
          lines,
          gate);
    }
  }
}
