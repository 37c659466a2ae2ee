package dev.sluice.engine.run;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session beside the leading one, with a thread and a connection of its own. */
final class Companion {

  private static final long PATIENCE_MILLIS = 1_000;

  private final Readers readers;
  private final Readers.Another another;
  private final String snapshot;
  private @Nullable Session session;
  private @Nullable Thread thread;
  private boolean called;
  private boolean left;

  Companion(Readers readers, Readers.Another another, String snapshot) {
    this.readers = readers;
    this.another = another;
    this.snapshot = snapshot;
  }

  /** There is something to read. */
  synchronized void call() {
    if (left) {
      return;
    }
    called = true;
    notifyAll();
    if (thread == null) {
      thread = new Thread(this::accompany, "sluice-reader");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void accompany() {
    try (Joined own = join()) {
      while (isCalled()) {
        Optional<Readers.Reading> next = readers.last();
        while (next.isPresent()) {
          read(next.get(), own.session());
          next = readers.last();
        }
      }
    } catch (RuntimeException | SQLException failed) {
      // The leader reads what is left, and tells what is wrong if it is so there too.
      leave();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      leave();
    }
  }

  private void read(Readers.Reading reading, Session own) {
    boolean read = false;
    try {
      reading.by(own);
      read = true;
    } finally {
      if (read) {
        readers.done();
      } else {
        readers.givenBack(reading);
      }
    }
  }

  private Joined join() throws SQLException {
    Session own = another.session();
    Joined joined = new Joined(own);
    synchronized (this) {
      session = own;
    }
    try {
      own.beginReadingAt(snapshot);
    } catch (DatabaseFailure refused) {
      joined.close();
      throw refused;
    }
    return joined;
  }

  private synchronized boolean isCalled() throws InterruptedException {
    while (!called && !left) {
      wait();
    }
    called = false;
    return !left;
  }

  private synchronized void leave() {
    left = true;
    notifyAll();
  }

  synchronized int scans() {
    return session == null ? 0 : session.scans();
  }

  /** Ends what it reads, and waits a little until its connection is given back. */
  void close() {
    @Nullable Thread started;
    synchronized (this) {
      leave();
      if (session != null) {
        session.cancellation().stop();
      }
      started = thread;
    }
    if (started == null) {
      return;
    }
    try {
      started.join(PATIENCE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private record Joined(Session session) implements AutoCloseable {

    @Override
    public void close() {
      session.abandon();
    }
  }
}
