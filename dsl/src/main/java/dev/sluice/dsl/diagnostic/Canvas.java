package dev.sluice.dsl.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** One row of output on which texts are laid at columns, each with its paint. */
final class Canvas {

  /** A colour, as the ANSI sequence that switches it on; empty for none. */
  enum Paint {
    NONE(""),
    ERROR("\u001b[1;31m"),
    WARNING("\u001b[1;33m"),
    NOTE("\u001b[1;34m"),
    BOLD("\u001b[1m");

    private final String sequence;

    Paint(String sequence) {
      this.sequence = sequence;
    }

    String over(String text) {
      return sequence.isEmpty() || text.isBlank() ? text : sequence + text + "\u001b[0m";
    }
  }

  private final List<Character> signs = new ArrayList<>();
  private final List<Paint> paints = new ArrayList<>();
  private String tail = "";
  private Paint tailPaint = Paint.NONE;

  /** Fills columns {@code from} to {@code to}, exclusive; what lay there is covered. */
  void fill(int from, int to, char sign, Paint paint) {
    pad(to);
    for (int column = from; column < to; column++) {
      signs.set(column, sign);
      paints.set(column, paint);
    }
  }

  /** Ends the row with a text of any width at a column behind all that was filled. */
  void end(int column, String text, Paint paint) {
    pad(column);
    tail = text;
    tailPaint = paint;
  }

  int width() {
    return signs.size();
  }

  private void pad(int width) {
    while (signs.size() < width) {
      signs.add(' ');
      paints.add(Paint.NONE);
    }
  }

  String print(boolean coloured) {
    StringBuilder row = new StringBuilder();
    int from = 0;
    while (from < signs.size()) {
      int to = from;
      StringBuilder run = new StringBuilder();
      while (to < signs.size() && paints.get(to) == paints.get(from)) {
        run.append(signs.get(to));
        to++;
      }
      row.append(coloured ? paints.get(from).over(run.toString()) : run);
      from = to;
    }
    return row.append(coloured ? tailPaint.over(tail) : tail).toString();
  }
}
