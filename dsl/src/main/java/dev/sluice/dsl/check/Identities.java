package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Wording;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each expectation of a suite has an id of its own. */
final class Identities {

  private Identities() {}

  static void check(List<Checked> all, Diagnostics diagnostics) {
    Map<String, Checked> seen = new HashMap<>();
    for (Checked each : all) {
      Checked first = seen.putIfAbsent(each.expectation().heading().id(), each);
      if (first != null) {
        diagnostics.add(twice(first, each));
      }
    }
  }

  private static Diagnostic twice(Checked first, Checked second) {
    Expectation.Heading heading = second.expectation().heading();
    Diagnostic error =
        Diagnostic.error(
                Code.E0307,
                "two expectations are called " + Wording.quoted(heading.id()),
                second.text().file(),
                second.text().span())
            .caret("the same again");
    Diagnostic labelled =
        first.text().file().equals(second.text().file())
                && !first.text().span().equals(second.text().span())
            ? error.label(first.text().span(), "this one came first")
            : error;
    return labelled.help(
        heading.name().isPresent()
            ? "give one of them another name"
            : "leave one of them out, or give it a name: `name: ...`");
  }
}
