package dev.sluice.dsl.syntax;

import dev.sluice.dsl.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** A dotted name of a table, such as {@code customers} or {@code crm.customers}; never empty. */
public record Path(List<Name> parts, Span span) {

  public Path {
    parts = List.copyOf(parts);
  }

  /** The parts joined by dots, without quotes: for messages. */
  public String text() {
    return parts.stream().map(Name::text).collect(Collectors.joining("."));
  }
}
