package dev.sluice.connectors.sqlite;

import java.sql.SQLException;
import org.sqlite.Function;
import org.sqlite.SQLiteCommitListener;

/** Counts the ends of a connection's transactions, and knows the one that was begun here. */
final class TransactionCounter extends Function implements SQLiteCommitListener {

  /** Gives the number of ends. */
  static final int NUMBER = 0;

  /** Notes that the open transaction was begun here. */
  static final int BEGUN = 1;

  /** Gives whether the open transaction was begun here. */
  static final int IS_BEGUN = 2;

  private long number;
  private long begun = -1;

  @Override
  protected void xFunc() throws SQLException {
    int question = value_int(0);
    if (question == BEGUN) {
      begun = number;
    }
    result(question == IS_BEGUN ? (begun == number ? 1L : 0L) : number);
  }

  @Override
  public void onCommit() {
    number++;
  }

  @Override
  public void onRollback() {
    number++;
  }
}
