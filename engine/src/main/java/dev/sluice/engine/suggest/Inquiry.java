package dev.sluice.engine.suggest;

import dev.sluice.dsl.check.Checked;
import dev.sluice.dsl.check.Checker;
import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.syntax.Printer;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.dsl.yaml.SuiteReader;
import dev.sluice.dsl.yaml.YamlText;
import dev.sluice.engine.audit.Audit;
import dev.sluice.engine.audit.AuditSettings;
import dev.sluice.engine.audit.Scanning;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.plan.Allowance;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.report.Failure;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Progress;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Statement;
import dev.sluice.engine.suggest.Facts.Counted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks about one table, in the transaction of the session, through the engine's own measuring. */
final class Inquiry {

  /** After these the database will not answer the next question either. */
  private static final Set<String> FINAL = Set.of("timeout", "interrupted", "busy");

  private static final Constant NEVER = new Constant(false, Type.BOOLEAN);

  private final ReadySuite suite;
  private final Session session;
  private final Progress progress;
  private final Table table;
  private final Measurement.Scope scope;

  Inquiry(ReadySuite suite, Session session, Progress progress, Table table) {
    this.suite = suite;
    this.session = session;
    this.progress = progress;
    this.table = table;
    this.scope =
        new Measurement.Scope(new Relation.Stored(table, Optional.empty()), Optional.empty());
  }

  /** The same about another table. */
  Inquiry about(Table other) {
    return new Inquiry(suite, session, progress, other);
  }

  Table table() {
    return table;
  }

  Measurement.Scope scope() {
    return scope;
  }

  /** Takes measurements; what the database could not answer is missing. */
  Map<Measurement, Measurement.Result> measure(List<Measurement> measurements) {
    Scanning scanning = new Scanning(session, settings());
    scanning.take(measurements);
    scanning.failures().values().forEach(Inquiry::throwIfFinal);
    return scanning.results();
  }

  /** Some rows as the table gives them, by column; none when it cannot. */
  List<Map<String, @Nullable Object>> rows(List<Column> columns, int limit) {
    return ask(session.compiler().rows(scope.relation(), columns, limit));
  }

  /** The values of a column that are not null, in their order; nothing when there are more. */
  Optional<List<Counted>> values(Column column, int most) {
    String count = column.name().equals("rows") ? "count" : "rows";
    Measure rows =
        new Measure(Metric.ROW_COUNT, List.of(), Optional.empty(), Optional.empty(), Type.INTEGER);
    Statement statement =
        session
            .compiler()
            .groupSamples(
                new Measurement.Groups(scope, NEVER, List.of(column.name())),
                Map.of(count, rows),
                most + 2);
    List<Counted> values = new ArrayList<>();
    for (Map<String, @Nullable Object> row : ask(statement)) {
      Object value = row.get(column.name());
      if (value != null && row.get(count) instanceof BigDecimal number) {
        values.add(new Counted(value, number.longValueExact()));
      }
    }
    return values.isEmpty() || values.size() > most ? Optional.empty() : Optional.of(values);
  }

  private List<Map<String, @Nullable Object>> ask(Statement statement) {
    try {
      return session.attempt(() -> session.samples(statement));
    } catch (DatabaseFailure failure) {
      throwIfFinal(failure.failure());
      return List.of();
    }
  }

  /** Judges sentences, those that can be; sentence to finding, without errors. */
  Map<String, Finding> judge(Collection<String> sentences) {
    List<Expectation.Sentence> lines =
        sentences.stream().flatMap(each -> typed(each).stream()).toList();
    Map<String, Finding> findings = new LinkedHashMap<>();
    if (lines.isEmpty()) {
      return findings;
    }
    for (Finding each : Audit.of(lines, scope.relation(), session, settings()).findings()) {
      each.error().ifPresent(Inquiry::throwIfFinal);
      if (each.error().isEmpty()) {
        findings.put(each.expectation().heading().line(), each);
      }
    }
    return findings;
  }

  /** The suggestion, where the sentence can be written into a suite and asked of this database. */
  Optional<Suggestion> suggestion(String sentence, String evidence) {
    return checked(sentence)
        .flatMap(
            checked ->
                checked.line().map(line -> new Suggestion(line, Printer.line(line), evidence)));
  }

  /** The sentence as an expectation, its line in the one spelling; nothing when it is none. */
  Optional<Expectation.Sentence> typed(String sentence) {
    return checked(sentence).map(checked -> (Expectation.Sentence) checked.expectation());
  }

  private Optional<Checked> checked(String sentence) {
    String yaml = "table: t\nexpect:\n  - " + YamlText.write(sentence) + "\n";
    Diagnostics diagnostics = new Diagnostics();
    Optional<SuiteFile> file = SuiteReader.read(new SourceFile("draft", yaml), diagnostics);
    if (file.isEmpty() || !file.get().expect().get(0).sentence().value().equals(sentence)) {
      return Optional.empty();
    }
    List<Checked> checked =
        new Checker(
                file.get(),
                suite.catalogue(),
                suite.parameters(),
                suite.now(),
                suite.zone(),
                diagnostics)
            .expectations(table);
    Allowance.functions(checked, session.connector(), diagnostics);
    if (checked.size() != 1 || !diagnostics.all().isEmpty()) {
      return Optional.empty();
    }
    String canonical = checked.get(0).expectation().heading().line();
    return canonical.equals(sentence) ? Optional.of(checked.get(0)) : checked(canonical);
  }

  private AuditSettings settings() {
    return new AuditSettings(table.display(), 0, Set.of(), List.of(), progress);
  }

  private static void throwIfFinal(Failure failure) {
    if (FINAL.contains(failure.code())) {
      throw new DatabaseFailure(failure.code(), failure.message());
    }
  }

  /** A metric of one expression over all rows. */
  Measurement.Value value(Metric metric, Expression of, Type type) {
    return new Measurement.Value(
        scope, new Measure(metric, List.of(of), Optional.empty(), Optional.empty(), type));
  }
}
