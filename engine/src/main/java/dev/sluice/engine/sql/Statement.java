package dev.sluice.engine.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL of one database with the values to bind, in the order of its question marks. Values are of
 * the classes that {@code dsl.type.Type.Family} names.
 */
public record Statement(String sql, List<@Nullable Object> parameters) {

  /** More bound values in a row than anyone reads. */
  private static final int MANY = 20;

  private static final String BOUND = "CAST(? AS ";

  /** For people: of a long list of bound values the first and the last. */
  public String told() {
    if (parameters.size() <= MANY) {
      return sql;
    }
    StringBuilder text = new StringBuilder();
    int from = 0;
    int bound = sql.indexOf(BOUND);
    while (bound >= 0) {
      int end = closed(bound + BOUND.indexOf('('));
      String again = ", " + sql.substring(bound, end);
      int after = end;
      while (sql.startsWith(again, after)) {
        after += again.length();
      }
      if ((after - end) / again.length() >= MANY) {
        text.append(sql, from, end).append(", ...").append(again);
        from = after;
      }
      bound = sql.indexOf(BOUND, after);
    }
    return text.append(sql, from, sql.length()).toString();
  }

  /** Behind the bracket that closes the one at a place. */
  private int closed(int open) {
    int depth = 0;
    for (int place = open; place < sql.length(); place++) {
      char letter = sql.charAt(place);
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      if (depth == 0) {
        return place + 1;
      }
    }
    return sql.length();
  }
}
