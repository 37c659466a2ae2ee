package dev.sluice.dsl.function;

import java.util.Optional;

/** The ways in which a function is written down. */
final class Define {

  private Define() {}

  /** A function whose result is null when an argument is. */
  static Function strict(
      String name,
      String signature,
      String documentation,
      Function.Typing typing,
      Function.Body body) {
    return new Function(name, signature, documentation, false, typing, Optional.empty(), body);
  }

  /** A strict function with an argument that must be a constant. */
  static Function strict(
      String name,
      String signature,
      String documentation,
      Function.Typing typing,
      Function.ConstantArgument constant,
      Function.Body body) {
    return new Function(name, signature, documentation, false, typing, Optional.of(constant), body);
  }

  /** A function that looks at null arguments itself. */
  static Function lenient(
      String name,
      String signature,
      String documentation,
      Function.Typing typing,
      Function.Body body) {
    return new Function(name, signature, documentation, true, typing, Optional.empty(), body);
  }
}
