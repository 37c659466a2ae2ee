package dev.sluice.dsl.yaml;

import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A suite as it stands in its file: the keys and their texts with their places, shapes checked,
 * sentences not parsed, nothing looked up.
 *
 * @param table the candidate; empty text when the key is missing, which is a diagnostic
 * @param sensitive names of columns that are never shown
 */
public record SuiteFile(
    SourceFile file,
    Optional<Scalar> suite,
    Optional<Scalar> connection,
    Scalar table,
    Optional<Scalar> where,
    List<TableEntry> tables,
    List<ParameterEntry> params,
    List<LineEntry> expect,
    List<ColumnEntry> columns,
    List<DefineEntry> define,
    Optional<SchemaEntry> schema,
    List<SqlEntry> sql,
    Optional<PublishEntry> publish,
    Optional<Scalar> load,
    List<LineEntry> ensure,
    Optional<Scalar> quarantine,
    Optional<Scalar> repairs,
    Optional<Scalar> batch,
    boolean allowEmpty,
    Optional<Scalar> policy,
    int samples,
    List<Scalar> sensitive,
    Optional<BudgetEntry> budget,
    Optional<Scalar> zone,
    Optional<Scalar> timeout,
    Optional<Scalar> owner,
    List<Scalar> tags,
    Optional<Scalar> description) {

  /** The failing rows that are shown where a suite does not say. */
  public static final int DEFAULT_SAMPLES = 5;

  /** A suite that holds a table and lines alone, as the command line makes one. */
  public static SuiteFile of(Scalar table, List<LineEntry> lines) {
    return new SuiteFile(
        table.file(),
        Optional.empty(),
        Optional.empty(),
        table,
        Optional.empty(),
        List.of(),
        List.of(),
        lines,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        DEFAULT_SAMPLES,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** The same suite with more lines at the end of {@code expect}. */
  public SuiteFile with(List<LineEntry> more) {
    List<LineEntry> lines = new ArrayList<>(expect);
    lines.addAll(more);
    return new SuiteFile(
        file,
        suite,
        connection,
        table,
        where,
        tables,
        params,
        lines,
        columns,
        define,
        schema,
        sql,
        publish,
        load,
        ensure,
        quarantine,
        repairs,
        batch,
        allowEmpty,
        policy,
        samples,
        sensitive,
        budget,
        zone,
        timeout,
        owner,
        tags,
        description);
  }

  /** A sentence of {@code expect} or {@code ensure}: plain, named or long. */
  public record LineEntry(
      Scalar sentence,
      Optional<Scalar> name,
      Optional<Scalar> because,
      List<Scalar> tags,
      Optional<Scalar> owner) {}

  /**
   * One entry of {@code columns}: its subjects, each a name or, between slashes, a regular
   * expression over names; and the sentences about each of them.
   */
  public record ColumnEntry(List<Subject> subjects, List<LineEntry> lines) {}

  /** A column's name ({@code quoted} when in double quotes), or a pattern without its slashes. */
  public record Subject(String text, boolean pattern, boolean quoted, Scalar scalar, Span span) {}

  /** {@code name: {type: date, default: 2026-01-31}}; the default is the text as written. */
  public record ParameterEntry(Scalar name, Optional<Scalar> type, Optional<Scalar> fallback) {}

  /**
   * One entry of {@code tables}: a name for a table or a file.
   *
   * @param target a table's name, or a file's path or glob
   * @param file true when it was written as {@code file:} or ends like a data file
   * @param types declared types by column name; empty when they are to be found
   */
  public record TableEntry(
      Scalar name,
      Scalar target,
      boolean file,
      List<NamedScalar> types,
      Optional<Scalar> delimiter,
      Optional<Boolean> header) {}

  /** A key and its text. */
  public record NamedScalar(Scalar name, Scalar value) {}

  /** {@code paid: status in (...)} or {@code valid_email(x): x matches ...}. */
  public record DefineEntry(Scalar key, String name, List<String> arguments, Scalar sentence) {}

  /** What the table must look like. A type is the text as written, {@code any} included. */
  public record SchemaEntry(
      List<NamedScalar> columns,
      boolean extraForbidden,
      boolean orderStrict,
      List<Scalar> forbidden,
      Span span) {}

  /** A query whose rows are the violations. */
  public record SqlEntry(
      Scalar name,
      Scalar query,
      Optional<Scalar> except,
      Optional<Scalar> otherwise,
      Optional<Scalar> because,
      List<Scalar> tags) {}

  /** {@code publish:}; {@code slice} and {@code key} as written. */
  public record PublishEntry(
      Scalar into, Optional<Scalar> mode, Optional<Scalar> slice, List<Scalar> key, Span span) {}

  /** {@code budget: {scans, rows}}. */
  public record BudgetEntry(Optional<Long> scans, Optional<Long> rows, Span span) {}
}
