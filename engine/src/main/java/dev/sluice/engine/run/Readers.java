package dev.sluice.engine.run;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Sessions that read one state of a database, each on a connection of its own, beside each other: a
 * leading one, whose answers count, and companions where the database can show them what the leader
 * sees. A companion that fails in any way leaves, and its work is the leader's.
 */
public final class Readers implements AutoCloseable {

  private final Session leader;
  private final List<Companion> companions = new ArrayList<>();
  private final Deque<Reading> waiting = new ArrayDeque<>();
  private int underway;

  /** Something to read, by one session from its beginning to its end. */
  @FunctionalInterface
  public interface Reading {

    /**
     * Reads. Called a second time, by the leader, when a companion's attempt has failed: nothing
     * may be left of that one.
     *
     * @throws DatabaseFailure by a companion; by the leader it ends the reading of all
     */
    void by(Session session);
  }

  /** Takes one more connection to the same database; it is closed here. */
  @FunctionalInterface
  public interface Another {
    Session session() throws SQLException;
  }

  private Readers(Session leader) {
    this.leader = leader;
  }

  /** One session and no others. */
  public static Readers alone(Session leader) {
    return new Readers(leader);
  }

  /**
   * A session in a transaction that it began for reading and has asked nothing in yet, and as many
   * beside it as the database permits. They connect once there is something to read.
   *
   * @param most connections in all, the leader's among them
   */
  public static Readers of(Session leader, Another another, int most) {
    Readers readers = new Readers(leader);
    Optional<String> snapshot = most > 1 ? leader.shareSnapshot() : Optional.empty();
    for (int count = 1; count < most && snapshot.isPresent(); count++) {
      readers.companions.add(new Companion(readers, another, snapshot.get()));
    }
    return readers;
  }

  /** The session whose answers count. */
  public Session leader() {
    return leader;
  }

  /** Reads all of these, in no order that could be relied on when there are companions. */
  public void read(List<Reading> readings) {
    synchronized (this) {
      waiting.addAll(readings);
    }
    int needed = Math.min(readings.size() - 1, companions.size());
    companions.subList(0, Math.max(needed, 0)).forEach(Companion::call);
    Optional<Reading> next = first();
    while (next.isPresent()) {
      next.get().by(leader);
      next = first();
    }
  }

  /** The leader's next; when others still have one to give back, it is waited for. */
  private synchronized Optional<Reading> first() {
    try {
      while (waiting.isEmpty() && underway > 0) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted();
    }
    return Optional.ofNullable(waiting.pollFirst());
  }

  /** A companion's next: from the end, where the leader comes last. */
  synchronized Optional<Reading> last() {
    Optional<Reading> next = Optional.ofNullable(waiting.pollLast());
    if (next.isPresent()) {
      underway++;
    }
    return next;
  }

  synchronized void done() {
    underway--;
    notifyAll();
  }

  synchronized void givenBack(Reading reading) {
    waiting.addLast(reading);
    done();
  }

  /** Gives the companions' connections back; the leader's is its own, and their scans its. */
  @Override
  public void close() {
    synchronized (this) {
      waiting.clear();
    }
    companions.forEach(Companion::close);
    leader.accompanied(companions.stream().mapToInt(Companion::scans).sum());
  }
}
