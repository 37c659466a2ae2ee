package dev.sluice.engine.gate;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.run.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that one run of a gate needs.
 *
 * @param step the ETL step of the load shape
 * @param foundations tables that are absent and must stand before the transaction, because making
 *     them would commit it; empty where definitions are part of a transaction
 * @param trial makes the typed trial; called inside the transaction, after the step
 * @param another opens a second connection to the same database, which the gate closes
 * @param staged the caller owns the open transaction: it commits
 */
public record GateTask(
    String runId,
    String suite,
    Shape shape,
    String candidate,
    List<String> target,
    List<String> ledger,
    Optional<String> batch,
    String fingerprint,
    boolean allowEmpty,
    boolean dryRun,
    boolean staged,
    Instant now,
    Optional<Step> step,
    List<Foundation> foundations,
    Function<Session, Trial> trial,
    Opener another) {

  /** A table to make, or one that lacks some of these columns. */
  public record Foundation(Table table, List<Column> columns) {}

  /** The ETL step: it writes in the gate's transaction and must not end it. */
  @FunctionalInterface
  public interface Step {
    void run(Session session);
  }

  /** Opens a connection. */
  @FunctionalInterface
  public interface Opener {
    Connection open() throws SQLException;
  }
}
