package dev.sluice.benchmarks;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.SuiteReader;
import dev.sluice.engine.Runs;
import dev.sluice.engine.audit.Audit;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.judge.Judge;
import dev.sluice.engine.plan.Plan;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Rules;
import dev.sluice.engine.prepare.Preparation;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.Targets;
import dev.sluice.engine.prepare.Typing;
import dev.sluice.engine.report.JsonReport;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.TextReport;
import dev.sluice.engine.request.Request;
import dev.sluice.engine.sql.SqlCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The work that is our own, stage by stage: of the 23 checks, and of 1,000 on 500 columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class Stages {

  @Param({"23", "1000"})
  public int checks;

  private final Diagnostics diagnostics = new Diagnostics();
  private Path folder = Path.of("");
  private String text = "";
  private Preparation preparation;
  private ReadySuite suite;
  private ReadySuite.Typed typed;
  private Plan plan;
  private Report report;

  /** Small tables, the suite's text, and what each stage begins with. */
  @Setup
  public void prepare() throws IOException, SQLException {
    folder = Files.createTempDirectory("sluice-stages");
    String url = "jdbc:duckdb:" + folder.resolve("small.db");
    StringBuilder columns = new StringBuilder("n bigint");
    StringBuilder lines = new StringBuilder("table: wide\nexpect:\n");
    for (int i = 0; i < 500; i++) {
      columns.append(", c").append(i).append(" bigint");
      lines.append("  - c%d is not null\n  - c%d between 0 and 100\n".formatted(i, i));
    }
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create table wide (" + columns + ")");
      statement.execute(
          "create table orders (order_id bigint, customer_id bigint, status text, amount"
              + " decimal(12, 2), email text, created_at timestamp, updated_at timestamp, qty int,"
              + " discount double, country text, note text)");
      statement.execute("create table customers (customer_id bigint)");
      for (int row = 0; row < 20; row++) {
        statement.execute("insert into wide by name (select -1 as n, -1 as c0, -1 as c499)");
        statement.execute(
            "insert into orders values (1, 5, 'lost', -1, 'nobody', '2030-01-01', '2020-01-01', 0,"
                + " 2, 'xyz', null)");
      }
    }
    text =
        checks == 23
            ? HandWritten.text("suite.yml").replace("${table}", "orders").replace("${most}", "9")
            : lines.toString();
    Path file = Files.writeString(folder.resolve("suite.yml"), text);
    report = Runs.run(request(Request.Command.CHECK, file, url));
    Request request = request(Request.Command.EXPLAIN, file, url);
    preparation = new Preparation(request, Instant.EPOCH, Optional.empty(), diagnostics);
    suite = preparation.open(Targets.read(request, diagnostics), true).get(0).ready().orElseThrow();
    typed = type();
    plan = plan();
  }

  private Request request(Request.Command command, Path file, String url) {
    return Request.of(command, List.of(file.toString()), folder)
        .connection(Optional.of(url))
        .build();
  }

  /** Closes what was opened. */
  @TearDown
  public void close() {
    preparation.close();
  }

  /** The file's text to scalars, and lines to syntax trees where they are read at once. */
  @Benchmark
  public Object read() {
    return SuiteReader.read(new SourceFile("suite.yml", text), new Diagnostics());
  }

  /** Sentences to typed expectations; the catalogue is known. */
  @Benchmark
  public ReadySuite.Typed type() {
    return new Typing(suite).type(Optional.empty()).orElseThrow();
  }

  /** Expectations to the statements that are to be. */
  @Benchmark
  public Plan plan() {
    Relation candidate = new Relation.Stored(typed.candidate().table(), typed.where());
    return Plan.of(
        Audit.measurements(typed.expectations(), candidate),
        suite.database().connector().sql(),
        Rules.ALL);
  }

  /** The plan's statements to SQL. */
  @Benchmark
  public int compile() {
    SqlCompiler compiler = new SqlCompiler(suite.database().connector().sql());
    int length = 0;
    for (var scan : plan.scans()) {
      length += compiler.compile(scan).sql().length();
    }
    for (var scan : plan.keyScans()) {
      length += compiler.keys(scan, Optional.empty()).sql().length();
    }
    return length;
  }

  /** What was measured to findings. */
  @Benchmark
  public List<Finding> judge() {
    List<Finding> findings = new ArrayList<>();
    for (Expectation each : typed.expectations()) {
      if (each instanceof Expectation.Sentence sentence) {
        findings.add(Judge.judge(sentence, new GivenValues(), List.of()));
      }
    }
    return findings;
  }

  /** A report, with samples of the lines that are not met, as text and as JSON. */
  @Benchmark
  public int report() {
    return TextReport.render(report, TextReport.Options.PLAIN).length()
        + JsonReport.write(report).length();
  }
}
