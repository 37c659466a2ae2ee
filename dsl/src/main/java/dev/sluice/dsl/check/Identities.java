package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Wording;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each expectation of a suite has an id of its own. */
final class Identities {

  private Identities() {}

  /**
   * @param names what the names of named expectations stand as in the file, by their texts
   */
  static void check(List<Checked> all, Map<Scalar, Scalar> names, Diagnostics diagnostics) {
    Map<String, Checked> seen = new HashMap<>();
    for (Checked each : all) {
      Checked first = seen.putIfAbsent(each.expectation().heading().id(), each);
      if (first != null) {
        diagnostics.add(twice(first, each, names));
      }
    }
  }

  private static Diagnostic twice(Checked first, Checked second, Map<Scalar, Scalar> names) {
    Scalar before = names.getOrDefault(first.text(), first.text());
    Scalar again = names.getOrDefault(second.text(), second.text());
    Expectation.Heading heading = second.expectation().heading();
    Diagnostic error =
        Diagnostic.error(
                Code.E0307,
                "two expectations are called " + Wording.quoted(heading.id()),
                again.file(),
                again.span())
            .caret("the same again");
    Diagnostic labelled =
        before.file().equals(again.file()) && !before.span().equals(again.span())
            ? error.label(before.span(), "this one came first")
            : error;
    return labelled.help(
        heading.name().isPresent()
            ? "give one of them another name"
            : "leave one of them out, or give it a name: `name: ...`");
  }
}
