package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.engine.audit.AuditSettings;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How an audit of a suite shows what it finds. */
final class AuditOptions {

  private AuditOptions() {}

  static AuditSettings of(
      ReadySuite suite,
      CatalogueReader.Entry candidate,
      List<Expectation> lines,
      Progress progress) {
    SuiteFile file = suite.file();
    Set<String> sensitive =
        suite.checker().columns(file.sensitive(), candidate.table()).stream()
            .map(Column::name)
            .collect(Collectors.toSet());
    return new AuditSettings(
        file.table().value(), file.samples(), sensitive, keys(suite, candidate, lines), progress);
  }

  // What tells a row from another for people: the primary key, else what is merged by, else the
  // first key that the suite itself calls unique.
  private static List<String> keys(
      ReadySuite suite, CatalogueReader.Entry candidate, List<Expectation> lines) {
    if (!candidate.primaryKey().isEmpty()) {
      return candidate.primaryKey();
    }
    List<Scalar> merged = suite.file().publish().map(SuiteFile.PublishEntry::key).orElse(List.of());
    if (!merged.isEmpty()) {
      return suite.checker().columns(merged, candidate.table()).stream().map(Column::name).toList();
    }
    for (Expectation line : lines) {
      if (line instanceof Expectation.Sentence sentence
          && sentence.check() instanceof Expression.Unique unique) {
        return columns(unique);
      }
    }
    return List.of();
  }

  private static List<String> columns(Expression.Unique unique) {
    List<String> names = new ArrayList<>();
    for (Expression part : unique.key()) {
      if (part instanceof Expression.ColumnValue column) {
        names.add(column.name());
      }
    }
    return names;
  }
}
