package dev.sluice.dsl.value;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.ValueOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges sentences over rows in memory: what the databases are held against. It is written to be
 * read, not to be fast.
 */
public final class TableEvaluator {

  /** A table with its rows, which map a column to its value. */
  public record Rows(Table table, List<? extends Map<String, ? extends @Nullable Object>> rows) {}

  /**
   * What is judged: the measured part of an expectation.
   *
   * @param level row or table
   * @param per columns whose values form groups; NULL is a group, NaN too
   */
  public record Question(
      Level level, Expression check, Optional<Expression> where, List<String> per) {

    public Question {
      per = List.copyOf(per);
    }
  }

  /**
   * What came out.
   *
   * @param judged decided rows, or groups; 1 for a table check without {@code per}
   * @param violations rows for which the check is false; groups (or tables) for which it is not
   *     true
   * @param undecided rows for which the check is neither true nor false
   * @param violating indexes of the violating rows; of each violating group its first row
   */
  public record Answer(long judged, long violations, long undecided, List<Integer> violating) {

    public Answer {
      violating = List.copyOf(violating);
    }
  }

  private final Scope candidate;

  /**
   * @param candidate the rows on trial
   * @param others further tables that sentences name, found by their path
   */
  public TableEvaluator(Rows candidate, List<Rows> others) {
    this.candidate = Scope.of(candidate, others);
  }

  /** Judges a sentence. */
  public Answer judge(Question question) {
    List<Scope> groups = groups(question);
    return question.level() == Level.ROW ? rows(groups, question) : tables(groups, question);
  }

  /** The value of a table level expression over the rows that {@code where} keeps. */
  public @Nullable Object value(Expression expression, Optional<Expression> where) {
    return narrowed(where).value(expression);
  }

  private Answer rows(List<Scope> groups, Question question) {
    long judged = 0;
    long undecided = 0;
    List<Integer> violating = new ArrayList<>();
    for (Scope group : groups) {
      for (int i = 0; i < group.size(); i++) {
        Object met = group.value(question.check(), i);
        if (met == null) {
          undecided++;
        } else {
          judged++;
          if (!(Boolean) met) {
            violating.add(group.index(i));
          }
        }
      }
    }
    violating.sort(null);
    return new Answer(judged, violating.size(), undecided, violating);
  }

  private static Answer tables(List<Scope> groups, Question question) {
    long violations = 0;
    List<Integer> violating = new ArrayList<>();
    for (Scope group : groups) {
      if (!Boolean.TRUE.equals(group.value(question.check()))) {
        violations++;
        if (group.size() > 0) {
          violating.add(group.index(0));
        }
      }
    }
    return new Answer(groups.size(), violations, 0, violating);
  }

  /** The whole scope without {@code per}, also when it is empty; else one for each group. */
  private List<Scope> groups(Question question) {
    Scope scope = narrowed(question.where());
    if (question.per().isEmpty()) {
      return List.of(scope);
    }
    Map<List<Optional<Object>>, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < scope.size(); i++) {
      List<Optional<Object>> key = new ArrayList<>();
      for (String column : question.per()) {
        key.add(Optional.ofNullable(scope.row(i).value(column)).map(ValueOrder::groupKey));
      }
      members.computeIfAbsent(key, unused -> new ArrayList<>()).add(i);
    }
    return members.values().stream().map(scope::only).toList();
  }

  private Scope narrowed(Optional<Expression> where) {
    if (where.isEmpty()) {
      return candidate;
    }
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < candidate.size(); i++) {
      if (Boolean.TRUE.equals(candidate.value(where.get(), i))) {
        kept.add(i);
      }
    }
    return candidate.only(kept);
  }
}
