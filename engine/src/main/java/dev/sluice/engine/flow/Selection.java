package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.engine.prepare.Arguments;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** `--only`: the expectations of a name, an id or a tag. */
final class Selection {

  private final List<String> wanted;
  private final Set<String> known = new HashSet<>();
  private final Set<String> found = new HashSet<>();

  Selection(List<String> wanted) {
    this.wanted = wanted;
  }

  /** The lines that are wanted; all of them when nothing was named. */
  List<Expectation> of(List<Expectation> expectations) {
    if (wanted.isEmpty()) {
      return expectations;
    }
    List<Expectation> chosen = new ArrayList<>();
    for (Expectation each : expectations) {
      Set<String> names = new HashSet<>(each.heading().tags());
      names.add(each.heading().id());
      each.heading().name().ifPresent(names::add);
      known.addAll(names);
      names.retainAll(wanted);
      if (!names.isEmpty()) {
        found.addAll(names);
        chosen.add(each);
      }
    }
    return chosen;
  }

  /**
   * After all suites were seen: a word that chose nothing is an error, since nothing run is no
   * pass.
   */
  void check(Diagnostics diagnostics) {
    for (String each : wanted) {
      if (!found.contains(each)) {
        Diagnostic diagnostic =
            Arguments.error(Code.E0003, "no expectation has the name or tag `" + each + "`", each);
        String meant = DidYouMean.phrase(each, known);
        diagnostics.add(meant.isEmpty() ? diagnostic : diagnostic.help(meant));
      }
    }
  }
}
