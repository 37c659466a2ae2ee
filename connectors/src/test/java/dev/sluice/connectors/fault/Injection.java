package dev.sluice.connectors.fault;

/**
 * One fault: what happens at a JDBC call, and for how long.
 *
 * @param call the number of the call at which it strikes, from 1
 */
record Injection(int call, Moment moment, Lasting lasting) {

  /** On which side of the real call. */
  enum Moment {
    /** The database never hears of the call. */
    BEFORE,
    /** The database has done it, and its answer is lost. */
    AFTER,
    /**
     * The database itself refuses: a statement that is wrong is run instead, inside its
     * transaction.
     */
    INSTEAD
  }

  /** What comes after it. */
  enum Lasting {
    /** The next call goes through. */
    ONCE,
    /** The connection is gone: the database rolls back, and no call on it goes through. */
    CONNECTION,
    /** The database is gone: no call on any connection goes through. */
    FOREVER,
    /** The process ends here. */
    HALT
  }

  @Override
  public String toString() {
    return call
        + " "
        + moment.name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + lasting.name().toLowerCase(java.util.Locale.ROOT);
  }
}
