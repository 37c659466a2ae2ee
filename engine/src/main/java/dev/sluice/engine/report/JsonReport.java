package dev.sluice.engine.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Redaction;
import dev.sluice.dsl.source.SourceFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The report for machines, version 1: a JSON object whose fields and their order never change
 * within the version. What is absent is {@code null}; only {@code gate} and {@code diagnostics} are
 * left out, where there was no gate and where the outcome is not {@code invalid}.
 */
public final class JsonReport {

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  /** The report as pretty-printed JSON that ends with a line feed. */
  public static String write(Report report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonOutput.to(text)) {
      new JsonReport(json).report(report);
    } catch (IOException impossible) {
      // a StringWriter does not fail
      throw new UncheckedIOException(impossible);
    }
    return text.append('\n').toString();
  }

  private void report(Report report) throws IOException {
    boolean invalid = report.outcome() == Outcome.INVALID;
    json.writeStartObject();
    json.writeNumberField("version", Report.VERSION);
    json.writeStringField("run_id", report.runId());
    json.writeStringField("started_at", report.startedAt().toString());
    json.writeNumberField("elapsed_ms", report.elapsedMs());
    json.writeStringField("outcome", report.outcome().word());
    json.writeNumberField("exit_code", report.exitCode());
    // A load step that was found wrong only when it ran was undone, and `invalid` says so; suites
    // that ran before it did something, which is told.
    if (!invalid || report.suites().stream().anyMatch(each -> each.outcome() != Outcome.INVALID)) {
      json.writeArrayFieldStart("suites");
      for (SuiteReport suite : report.suites()) {
        suite(suite);
      }
      json.writeEndArray();
    }
    if (invalid) {
      json.writeArrayFieldStart("diagnostics");
      for (Diagnostic diagnostic : report.diagnostics()) {
        diagnostic(diagnostic);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void suite(SuiteReport suite) throws IOException {
    json.writeStartObject();
    json.writeStringField("suite", Redaction.mask(suite.suite()));
    json.writeStringField("file", Redaction.mask(suite.file()));
    json.writeStringField("connection", Redaction.mask(suite.connection()));
    json.writeStringField("table", Redaction.mask(suite.table()));
    json.writeStringField("outcome", suite.outcome().word());
    json.writeStringField("message", Redaction.mask(suite.message()));
    failure(suite.error());
    value("rows", suite.rows().orElse(null));
    json.writeNumberField("scans", suite.scans());
    json.writeNumberField("sample_scans", suite.sampleScans());
    json.writeArrayFieldStart("expectations");
    for (ExpectationReport expectation : suite.expectations()) {
      expectation(expectation);
    }
    json.writeEndArray();
    if (suite.gate().isPresent()) {
      gate(suite.gate().get());
    }
    json.writeEndObject();
  }

  private void expectation(ExpectationReport expectation) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", expectation.id());
    value("name", expectation.name().orElse(null));
    json.writeStringField("line", expectation.line());
    json.writeNumberField("file_line", expectation.fileLine());
    json.writeStringField("level", expectation.level());
    json.writeStringField("verdict", expectation.verdict().word());
    value("policy", expectation.policy().orElse(null));
    json.writeNumberField("judged", expectation.judged());
    json.writeNumberField("violations", expectation.violations());
    json.writeNumberField("undecided", expectation.undecided());
    json.writeNumberField("acted", expectation.acted());
    value("observed", expectation.observed());
    values("metrics", expectation.metrics());
    json.writeStringField("message", Redaction.mask(expectation.message()));
    value("because", expectation.because().orElse(null));
    texts("tags", expectation.tags());
    json.writeArrayFieldStart("samples");
    for (Map<String, @Nullable Object> sample : expectation.samples()) {
      json.writeStartObject();
      values(sample);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("samples_truncated", expectation.samplesTruncated());
    failure(expectation.error());
    texts("sql", expectation.sql());
    json.writeEndObject();
  }

  private void gate(GateReport gate) throws IOException {
    json.writeObjectFieldStart("gate");
    json.writeStringField("shape", gate.shape());
    value("mode", gate.mode().orElse(null));
    json.writeStringField("target", gate.target());
    json.writeNumberField("published", gate.published());
    json.writeNumberField("quarantined", gate.quarantined());
    json.writeNumberField("dropped", gate.dropped());
    values("defaulted", gate.defaulted());
    value("batch", gate.batch().orElse(null));
    json.writeBooleanField("already_published", gate.alreadyPublished());
    json.writeEndObject();
  }

  private void failure(Optional<Failure> failure) throws IOException {
    if (failure.isEmpty()) {
      json.writeNullField("error");
      return;
    }
    json.writeObjectFieldStart("error");
    json.writeStringField("code", failure.get().code());
    json.writeStringField("message", Redaction.mask(failure.get().message()));
    json.writeEndObject();
  }

  private void diagnostic(Diagnostic diagnostic) throws IOException {
    SourceFile.Position place = diagnostic.file().position(diagnostic.span().start());
    json.writeStartObject();
    json.writeStringField("code", diagnostic.code().name());
    json.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    json.writeStringField("message", Redaction.mask(diagnostic.message()));
    json.writeStringField("file", Redaction.mask(diagnostic.file().name()));
    json.writeNumberField("line", place.line());
    json.writeNumberField("column", place.column());
    value("help", diagnostic.help().map(Redaction::mask).orElse(null));
    json.writeEndObject();
  }

  private void texts(String field, List<String> texts) throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void values(String field, Map<String, ?> values) throws IOException {
    json.writeObjectFieldStart(field);
    values(values);
    json.writeEndObject();
  }

  private void values(Map<String, ?> values) throws IOException {
    for (Map.Entry<String, ?> entry : values.entrySet()) {
      value(entry.getKey(), entry.getValue());
    }
  }

  private void value(String field, @Nullable Object value) throws IOException {
    json.writeFieldName(field);
    JsonOutput.value(json, value);
  }
}
