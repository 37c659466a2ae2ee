package dev.sluice.dsl.expression;

import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A typed value or statement, without places, so that equal ones are equal and are measured once.
 * Statements are of type boolean and three-valued: null is "undecided".
 */
public sealed interface Expression {

  Type type();

  /** A value known before any data is read: a literal, a parameter, the clock. May be null. */
  record Constant(@Nullable Object value, Type type) implements Expression {}

  /** A column of the relation at hand, in the catalogue's spelling. */
  record ColumnValue(String name, Type type) implements Expression {}

  /**
   * A scalar function or arithmetic; {@code + - * /} and unary minus are functions of {@code
   * Functions} too.
   */
  record Apply(Function function, List<Expression> arguments, Type type) implements Expression {
    public Apply {
      arguments = List.copyOf(arguments);
    }
  }

  record And(List<Expression> parts) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  record Or(List<Expression> parts) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  record Not(Expression operand) implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /**
   * A comparison of two values of comparable types; both sides are already of one family, except
   * that numbers of different families stand together. With a NaN on either side it is false,
   * except {@code !=}, which is then true.
   */
  record Compare(Operator operator, Expression left, Expression right) implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /** Equal to one of the items; items are not null. */
  record In(Expression value, List<Constant> items) implements Expression {
    public In {
      items = List.copyOf(items);
    }

    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  record IsNull(Expression operand) implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /** SQL's LIKE, case-sensitive; {@code escape} is one code point or absent: no escape at all. */
  record Like(Expression value, String pattern, Optional<String> escape) implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /** The whole value matches the pattern, which {@link Regex} has parsed. */
  record Matches(Expression value, Regex pattern) implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /**
   * No other row of the relation (within the line's scope, and within the group where the line has
   * {@code per}) has an equal key. Undecided where a part of the key is null.
   */
  record Unique(List<Expression> key) implements Expression {
    public Unique {
      key = List.copyOf(key);
    }

    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /**
   * The key is among the rows of another table's columns that have no null. Undecided where a part
   * of the key is null.
   */
  record Among(List<Expression> key, Table table, List<String> columns) implements Expression {
    public Among {
      key = List.copyOf(key);
      columns = List.copyOf(columns);
    }

    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /**
   * Compared with the last non-null value before it, in the order of {@code by} (ties in the order
   * of the value), the value does not fall ({@code descending}: rise); {@code strict}: nor stay.
   * Undecided where value or {@code by} is null; the first row is met.
   */
  record Ordered(Expression value, Expression by, boolean descending, boolean strict)
      implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /**
   * A metric of the scope at hand, or of another table.
   *
   * @param arguments of {@code share} the statement; of {@code percentile} the value and a constant
   * @param filter rows that count, over the same relation as the arguments
   * @param table the other table, when not the relation at hand
   */
  record Measure(
      Metric metric,
      List<Expression> arguments,
      Optional<Expression> filter,
      Optional<Table> table,
      Type type)
      implements Expression {
    public Measure {
      arguments = List.copyOf(arguments);
    }
  }
}
