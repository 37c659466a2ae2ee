package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Definitions;
import dev.sluice.dsl.check.internal.Predicates;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.yaml.SuiteFile.DefineEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code define:}, parsed, with names that mean nothing else. */
final class DefinitionCheck {

  private DefinitionCheck() {}

  static Definitions definitions(
      List<DefineEntry> entries, Sentences sentences, Diagnostics diagnostics) {
    List<Definitions.Definition> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (DefineEntry entry : entries) {
      String key = entry.name().toLowerCase(Locale.ROOT);
      if (Predicates.isTaken(entry.name())) {
        diagnostics.add(
            error(entry, "`" + entry.name() + "` is a word of the language")
                .help("choose another name"));
      } else if (!names.add(key)) {
        diagnostics.add(error(entry, "`" + entry.name() + "` is defined twice"));
      } else if (repeats(entry.arguments())) {
        diagnostics.add(error(entry, "two arguments of `" + entry.name() + "` have one name"));
      }
      found.add(
          new Definitions.Definition(
              entry.name(),
              entry.arguments(),
              entry.sentence(),
              sentences.check(entry.sentence())));
    }
    return new Definitions(found);
  }

  private static boolean repeats(List<String> arguments) {
    return arguments.stream().map(each -> each.toLowerCase(Locale.ROOT)).distinct().count()
        < arguments.size();
  }

  private static Diagnostic error(DefineEntry entry, String message) {
    return Diagnostic.error(Code.E0405, message, entry.key().file(), entry.key().span());
  }
}
