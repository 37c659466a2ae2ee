package dev.sluice.engine.audit;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.table.Column;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.judge.Judge;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Failures;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.sql.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a query of the suite, whose rows are the violations. */
final class QueryAudit {

  private final Session session;
  private final AuditSettings settings;

  QueryAudit(Session session, AuditSettings settings) {
    this.session = session;
    this.settings = settings;
  }

  Finding judge(Expectation.Query query) {
    // The line ends keep a comment at the end of the text from swallowing the bracket.
    String wrapped = "(\n" + query.query() + "\n) q";
    Statement count = new Statement("select count(*) from " + wrapped, List.of());
    List<String> sql = new ArrayList<>(List.of(count.sql()));
    try {
      long violations = session.attempt(() -> session.count(count));
      Finding finding =
          Judge.counted(
              query,
              query.tolerance(),
              violations,
              violations,
              Wording.count(violations, "rows"),
              sql);
      return finding.met() || settings.samples() == 0 ? finding : sample(finding, wrapped, sql);
    } catch (DatabaseFailure failure) {
      return Finding.error(query, failure.failure(), sql);
    }
  }

  private Finding sample(Finding finding, String wrapped, List<String> sql) {
    String columns = settings.sensitive().isEmpty() ? "*" : shown(wrapped);
    if (columns.isEmpty()) {
      return finding;
    }
    Statement statement =
        new Statement(
            "select " + columns + " from " + wrapped + " limit " + settings.samples(), List.of());
    sql.add(statement.sql());
    List<Map<String, @Nullable Object>> rows = session.attempt(() -> session.samples(statement));
    return finding.with(new Finding.Samples(rows, rows.size() < finding.violations()), sql);
  }

  // A query names its own columns: the sensitive ones among them are never selected.
  private String shown(String wrapped) {
    try {
      return session
          .connector()
          .catalogue()
          .columnsOf(session.connection(), "select * from " + wrapped)
          .stream()
          .map(Column::name)
          .filter(each -> !sensitive(each))
          .map(session.compiler()::quoted)
          .collect(Collectors.joining(", "));
    } catch (SQLException failure) {
      throw Failures.failure(failure);
    }
  }

  private boolean sensitive(String column) {
    return settings.sensitive().stream().anyMatch(column::equalsIgnoreCase);
  }
}
