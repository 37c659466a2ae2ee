package dev.sluice.dsl.function;

import dev.sluice.dsl.type.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scalar function as data: {@code length(text)}. Each is one object of {@link Functions}, so
 * identity is equality.
 */
public final class Function {

  /** Says which result type a list of argument types gives, or nothing when they do not fit. */
  @FunctionalInterface
  public interface Typing {
    Optional<Type> result(List<Type> arguments);
  }

  /**
   * Computes the function. Arguments are values of their types' Java classes. Unless the function
   * is {@linkplain #lenient lenient} it is not called when one of them is null: the result is null.
   */
  @FunctionalInterface
  public interface Body {
    @Nullable Object apply(List<@Nullable Object> arguments, List<Type> types, Type result);
  }

  /**
   * An argument that must be known before any data is read, and not null.
   *
   * @param index from 0; the argument may be absent
   */
  public record ConstantArgument(int index, Rule rule) {}

  /** What a constant argument must obey. */
  @FunctionalInterface
  public interface Rule {
    /** What is wrong with the value, lower case, for a diagnostic; nothing when it is well. */
    Optional<String> complaint(Object value);
  }

  private final String name;
  private final String signature;
  private final String documentation;
  private final boolean lenient;
  private final Typing typing;
  private final Optional<ConstantArgument> constant;
  private final Body body;

  /**
   * @param signature for people: {@code round(number, digits)}
   * @param documentation one sentence
   * @param lenient true when a null argument does not make the result null, as in {@code coalesce}
   */
  public Function(
      String name,
      String signature,
      String documentation,
      boolean lenient,
      Typing typing,
      Optional<ConstantArgument> constant,
      Body body) {
    this.name = name;
    this.signature = signature;
    this.documentation = documentation;
    this.lenient = lenient;
    this.typing = typing;
    this.constant = constant;
    this.body = body;
  }

  public String name() {
    return name;
  }

  public String signature() {
    return signature;
  }

  public String documentation() {
    return documentation;
  }

  public boolean lenient() {
    return lenient;
  }

  public Typing typing() {
    return typing;
  }

  /** The argument that must be a constant, if there is one. */
  public Optional<ConstantArgument> constant() {
    return constant;
  }

  public Body body() {
    return body;
  }

  @Override
  public String toString() {
    return name;
  }
}
