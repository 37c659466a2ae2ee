package dev.sluice.engine.run;

import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.sql.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;

/** Runs statements on one connection, each within the deadline and open to cancellation. */
final class Statements {

  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private final Connector connector;
  private final Connection connection;
  private final Handle handle;
  private final Cancellation cancellation = new Cancellation();
  private final boolean values;
  private Deadline deadline;
  private boolean ending;

  /**
   * @param values whether values of rows may stand in the words of errors
   */
  Statements(Connector connector, Connection connection, Deadline deadline, boolean values)
      throws SQLException {
    this.connector = connector;
    this.values = values;
    this.connection = connection;
    this.deadline = deadline;
    this.handle = handle(connection);
    handle
        .getConfig(SqlStatements.class)
        .setTemplateEngine(TemplateEngine.NOP)
        .setSqlParser(new PassThroughParser());
  }

  // A connection that is lost fails here already; the error is the database's.
  private static Handle handle(Connection connection) throws SQLException {
    try {
      return Jdbi.create(connection).open();
    } catch (JdbiException refused) {
      if (refused.getCause() instanceof SQLException error) {
        throw error;
      }
      throw refused;
    }
  }

  Deadline deadline() {
    return deadline;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  void lastWords() {
    deadline = Deadline.in(LAST_WORDS);
    ending = true;
  }

  void keepGoing() {
    if (cancellation.stopped() && !ending) {
      throw Failures.interrupted();
    }
    if (deadline.passed()) {
      throw Failures.timeout(deadline);
    }
  }

  DatabaseFailure failure(Throwable thrown) {
    boolean interrupted = cancellation.stopped() && !ending;
    return interrupted
        ? Failures.interrupted()
        : Failures.of(thrown, connector.transactions(), values, deadline);
  }

  String words(Throwable thrown) {
    return Failures.words(thrown, connector.transactions(), values);
  }

  List<String> labels(Statement statement) {
    return guarded(
        () -> {
          try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            ResultSetMetaData meta = prepared.getMetaData();
            Set<String> labels = new LinkedHashSet<>();
            for (int column = 1; column <= meta.getColumnCount(); column++) {
              labels.add(meta.getColumnLabel(column));
            }
            return List.copyOf(labels);
          }
        });
  }

  List<Map<String, @Nullable Object>> maps(Statement statement) {
    return query(statement, this::map);
  }

  List<List<@Nullable Object>> lists(Statement statement) {
    return query(statement, this::list);
  }

  long update(Statement statement) {
    return trusted(
        () -> {
          try (var update = handle.createUpdate(statement.sql())) {
            prepare(update, statement);
            return (long) update.execute();
          }
        });
  }

  void execute(Statement statement) {
    guarded(
        () -> {
          try (var script = handle.createUpdate(statement.sql())) {
            prepare(script, statement);
            return script.execute((executed, context) -> executed.get() != null);
          }
        });
  }

  private <T> List<T> query(Statement statement, RowReader<T> reader) {
    return trusted(
        () -> {
          try (var query = handle.createQuery(statement.sql())) {
            prepare(query, statement);
            return query.map((rows, context) -> reader.read(rows)).list();
          }
        });
  }

  private void prepare(SqlStatement<?> prepared, Statement statement) {
    List<@Nullable Object> parameters = statement.parameters();
    prepared.define(PassThroughParser.PARAMETERS, parameters.size());
    for (int index = 0; index < parameters.size(); index++) {
      Object parameter = parameters.get(index);
      Object value = parameter == null ? null : connector.sql().bound(parameter);
      prepared.bind(index, (position, target, context) -> target.setObject(position, value));
    }
    prepared.addCustomizer(
        new StatementCustomizer() {
          @Override
          public void beforeExecution(PreparedStatement running, StatementContext context)
              throws SQLException {
            running.setQueryTimeout((int) Math.max(1, deadline.remaining().toSeconds()));
            cancellation.started(running);
          }

          @Override
          public void afterExecution(PreparedStatement ran, StatementContext context) {
            cancellation.ended();
          }
        });
  }

  private <T> T trusted(Work<T> work) {
    return guarded(
        () -> {
          T answer = work.run();
          Optional<String> doubt = connector.doubt(connection);
          if (doubt.isPresent()) {
            // its words may hold a value
            throw new DatabaseFailure(
                "database",
                "the database does not stand by its answer" + (values ? ": " + doubt.get() : ""));
          }
          return answer;
        });
  }

  private <T> T guarded(Work<T> work) {
    keepGoing();
    ScheduledFuture<?> watch = Watchdog.watch(cancellation, deadline, ending);
    try {
      connector.transactions().limit(connection, deadline.remaining());
      return work.run();
    } catch (JdbiException | SQLException failure) {
      throw failure(failure);
    } finally {
      watch.cancel(false);
      cancellation.ended();
      unlimit();
    }
  }

  private void unlimit() {
    try {
      connector.transactions().unlimit(connection);
    } catch (SQLException lost) {
      // A connection that is lost has no limits: what follows fails by itself, and closed.
      return;
    }
  }

  private Map<String, @Nullable Object> map(ResultSet rows) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      values.put(meta.getColumnLabel(column), JdbcValues.read(rows, meta, column, connector.sql()));
    }
    return values;
  }

  private List<@Nullable Object> list(ResultSet rows) throws SQLException {
    return new ArrayList<>(map(rows).values());
  }

  private interface RowReader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private interface Work<T> {
    T run() throws SQLException;
  }
}
