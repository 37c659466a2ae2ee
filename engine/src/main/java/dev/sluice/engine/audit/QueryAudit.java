package dev.sluice.engine.audit;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.table.Column;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.judge.Judge;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Session;
import dev.sluice.engine.script.Disclosure;
import dev.sluice.engine.script.SuiteQuery;
import dev.sluice.engine.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a query of the suite, whose rows are the violations. */
final class QueryAudit {

  private final Session session;
  private final AuditSettings settings;
  private final List<Column> columns;

  /**
   * @param columns of the relation on trial, some of which may be sensitive
   */
  QueryAudit(Session session, AuditSettings settings, List<Column> columns) {
    this.session = session;
    this.settings = settings;
    this.columns = columns;
  }

  Finding judge(Expectation.Query query) {
    // The line ends keep a comment at the end of the text from swallowing the bracket.
    String wrapped = "(\n" + SuiteQuery.statement(query.query()) + "\n) q";
    Statement count = new Statement("select count(*) from " + wrapped, List.of());
    List<String> sql = new ArrayList<>(List.of(count.sql()));
    try {
      long violations = session.attemptReading(() -> session.count(count));
      Finding finding =
          Judge.counted(
              query,
              query.tolerance(),
              violations,
              violations,
              Wording.count(violations, "rows"),
              sql);
      if (finding.met() || settings.samples() == 0) {
        return finding;
      }
      Disclosure disclosure = Disclosure.of(query.query(), settings.sensitive());
      return disclosure == Disclosure.NOTHING
          ? finding.saying(
              finding.message() + ", not shown: they may hold values of sensitive columns")
          : sample(finding, wrapped, disclosure, sql);
    } catch (DatabaseFailure failure) {
      return Finding.error(query, failure.failure(), sql);
    }
  }

  private Finding sample(Finding finding, String wrapped, Disclosure disclosure, List<String> sql) {
    List<String> shown =
        new ArrayList<>(
            session.attemptReading(
                () -> session.labels(new Statement("select * from " + wrapped, List.of()))));
    shown.removeIf(each -> sensitive(each) || (disclosure == Disclosure.BY_NAME && !known(each)));
    if (shown.isEmpty()) {
      return finding;
    }
    String columns =
        shown.stream().map(session.compiler()::quoted).collect(Collectors.joining(", "));
    String rows = "select " + columns + " from " + wrapped;
    String limit = " limit " + Math.min(settings.samples(), finding.violations());
    Statement ordered = new Statement(rows + " order by " + columns + limit, List.of());
    try {
      return fetched(finding, ordered, sql);
    } catch (DatabaseFailure unordered) {
      // Some types have no order, such as PostgreSQL's json.
      return fetched(finding, new Statement(rows + limit, List.of()), sql);
    }
  }

  private Finding fetched(Finding finding, Statement statement, List<String> sql) {
    List<Map<String, @Nullable Object>> rows =
        session.attemptReading(() -> session.samples(statement));
    sql.add(statement.sql());
    return finding.with(new Finding.Samples(rows, rows.size() < finding.violations()), sql);
  }

  private boolean known(String column) {
    return columns.stream().map(Column::name).anyMatch(column::equalsIgnoreCase);
  }

  private boolean sensitive(String column) {
    return settings.sensitive().stream().anyMatch(column::equalsIgnoreCase);
  }
}
