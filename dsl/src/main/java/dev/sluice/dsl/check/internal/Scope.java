package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a node stands.
 *
 * @param text the text that the node's spans count in
 * @param relation the table whose columns a bare name means
 * @param arguments of the definition that is being read, by name in lower case
 * @param definitions names of the definitions that are being read, outermost first
 * @param notes what is found on the way
 */
public record Scope(
    Scalar text,
    Table relation,
    Place place,
    Map<String, Argument> arguments,
    List<String> definitions,
    Notes notes) {

  /** The part of a line. */
  public enum Place {
    CHECK,
    WHERE,
    SLICE,
    METRIC,
    DEFAULT
  }

  /** What stands for a name inside a definition: its value and as it was written. */
  public record Argument(Expression value, Node written, Table relation) {}

  public Scope {
    arguments = Map.copyOf(arguments);
    definitions = List.copyOf(definitions);
  }

  public static Scope of(Scalar text, Table relation, Place place) {
    return new Scope(text, relation, place, Map.of(), List.of(), new Notes());
  }

  /** The same text, where the value of a {@code default} stands. */
  public Scope defaultValue() {
    return new Scope(text, relation, Place.DEFAULT, arguments, definitions, new Notes());
  }

  /** The same text inside a metric over a table. */
  Scope metric(Table table) {
    return new Scope(text, table, Place.METRIC, arguments, definitions, notes);
  }

  /** The body of a definition, used here. */
  Scope definition(String name, Scalar body, Map<String, Argument> given) {
    List<String> names = new ArrayList<>(definitions);
    names.add(name);
    return new Scope(body, relation, place, given, names, notes);
  }

  public Diagnostic error(Code code, String message, Span span) {
    return Diagnostic.error(code, message, text, span);
  }
}
