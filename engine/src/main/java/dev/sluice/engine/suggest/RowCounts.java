package dev.sluice.engine.suggest;

import dev.sluice.engine.judge.Wording;
import java.util.Optional;

/** {@code row_count between ...}: from half to twice of what there is. */
final class RowCounts {

  private RowCounts() {}

  /** Of a table with rows. */
  static Optional<Suggestion> of(long rows, Inquiry inquiry) {
    String sentence =
        rows < Drafting.FEWEST
            ? "row_count > 0"
            : "row_count between "
                + Headroom.roundDown(rows / 2)
                + " and "
                + Headroom.roundUp(rows * 2);
    return inquiry.suggestion(sentence, Wording.count(rows, "rows"));
  }
}
