package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Syntax trees to typed expressions. What does not fit is refused with its place. */
public final class Typing {

  private final Diagnostics diagnostics;
  private final Names names;
  private final Given given;
  private final Logic logic;
  private final Comparisons comparisons;
  private final Memberships memberships;
  private final Patterns patterns;
  private final Predicates predicates;
  private final Arithmetics arithmetics;
  private final Calls calls;
  private final References references;

  public Typing(Names names, Definitions definitions, Given given, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.names = names;
    this.given = given;
    Alignment alignment = new Alignment(given.zone());
    this.logic = new Logic(this);
    this.comparisons = new Comparisons(this, alignment);
    this.memberships = new Memberships(this, alignment);
    this.patterns = new Patterns(this);
    this.predicates = new Predicates(this, definitions);
    this.arithmetics = new Arithmetics(this, alignment);
    this.calls = new Calls(this, definitions, arithmetics);
    this.references = new References(this, definitions);
  }

  public Names names() {
    return names;
  }

  public Given given() {
    return given;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** A statement: true, false or undecided. */
  public Expression check(Node node, Scope scope) {
    Expression expression = value(node, scope);
    Type type = expression.type();
    // What is calculated is never a statement, whatever its columns hold.
    boolean open = Unknown.is(type) && !(node instanceof Node.Arithmetic);
    if (type.is(Type.Family.BOOLEAN) || open) {
      return expression;
    }
    throw Refusal.of(notAStatement(node, type, scope));
  }

  private static Diagnostic notAStatement(Node node, Type type, Scope scope) {
    Diagnostic error =
        scope
            .error(
                Code.E0508,
                Wording.of(node) + " is a value, not something that is true or false",
                node.span())
            .caret(Unknown.is(type) ? "this is calculated" : "this is " + Wording.of(type));
    if (node instanceof Node.TextLiteral || node instanceof Node.NumberLiteral) {
      return error.help("a test has its value on its left: `x = 1 or x = 2`, or `x in (1, 2)`");
    }
    String advice = type.isNumber() ? " > 0" : " is not null";
    return error.help("add a test, such as " + Wording.quoted(Wording.plain(node) + advice));
  }

  /** A value, or a statement in a value's place. */
  public Expression value(Node node, Scope scope) {
    try {
      Expression expression = dispatched(node, scope);
      if (expression instanceof Expression.Constant constant && !Bounds.holds(constant)) {
        throw Refusal.of(beyond(node, scope));
      }
      return expression;
    } catch (ArithmeticException overflow) {
      throw Refusal.of(beyond(node, scope));
    }
  }

  private static Diagnostic beyond(Node node, Scope scope) {
    return scope
        .error(Code.E0507, Wording.of(node) + " lies beyond what databases hold", node.span())
        .help("numbers have at most 38 digits, years lie between 1 and 9999");
  }

  private Expression dispatched(Node node, Scope scope) {
    if (node instanceof Node.And || node instanceof Node.Or || node instanceof Node.Not) {
      return logic.typed(node, scope);
    } else if (node instanceof Node.Comparison comparison) {
      return comparisons.comparison(comparison, scope);
    } else if (node instanceof Node.Between between) {
      return comparisons.between(between, scope);
    } else if (node instanceof Node.InList list) {
      return memberships.inList(list, scope);
    } else if (node instanceof Node.InTable table) {
      return memberships.inTable(table, scope);
    } else if (node instanceof Node.Like like) {
      return patterns.like(like, scope);
    } else if (node instanceof Node.Matches matches) {
      return patterns.matches(matches, scope);
    } else if (node instanceof Node.Is is) {
      return predicates.is(is, scope);
    } else if (node instanceof Node.Arithmetic arithmetic) {
      return arithmetics.arithmetic(arithmetic, scope);
    } else if (node instanceof Node.Negate negate) {
      return arithmetics.negate(negate, scope);
    } else if (node instanceof Node.Call call) {
      return calls.call(call, scope);
    } else if (node instanceof Node.Column column) {
      return references.column(column, scope);
    } else if (node instanceof Node.Parameter parameter) {
      return references.parameter(parameter, scope);
    }
    return Literals.literal(node, scope);
  }

  /** The result, or nothing when it was refused, which is told. */
  public <T> Optional<T> attempt(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (Refusal refusal) {
      refusal.tell(diagnostics);
      return Optional.empty();
    }
  }

  /**
   * Each of several independent parts, so that the errors of all are told.
   *
   * @throws Refusal when one was refused
   */
  public <T, R> List<R> each(List<T> parts, Function<T, R> work) {
    List<R> done = new ArrayList<>();
    for (T part : parts) {
      attempt(() -> work.apply(part)).ifPresent(done::add);
    }
    if (done.size() < parts.size()) {
      throw Refusal.told();
    }
    return done;
  }
}
