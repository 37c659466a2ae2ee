package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Refusal;
import dev.sluice.dsl.check.internal.Scope;
import dev.sluice.dsl.check.internal.Typing;
import dev.sluice.dsl.check.internal.Unknown;
import dev.sluice.dsl.check.internal.Wording;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.yaml.SuiteFile.ColumnEntry;
import dev.sluice.dsl.yaml.SuiteFile.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The subjects of a {@code columns:} block: which columns they are. */
final class ColumnLines {

  private final Typing typing;

  ColumnLines(Typing typing) {
    this.typing = typing;
  }

  /** The columns of an entry, each once, as names that mean them. */
  List<Name> subjects(ColumnEntry entry, Table table) {
    Map<String, Name> found = new LinkedHashMap<>();
    for (Subject subject : entry.subjects()) {
      typing
          .attempt(() -> names(subject, table))
          .ifPresent(names -> names.forEach((column, name) -> found.putIfAbsent(column, name)));
    }
    return new ArrayList<>(found.values());
  }

  private Map<String, Name> names(Subject subject, Table table) {
    Scope scope = Scope.of(subject.scalar(), table, Scope.Place.CHECK);
    Span place = Examples.whole(subject.scalar());
    if (!subject.pattern()) {
      Name name = new Name(subject.text(), subject.quoted(), place);
      return Map.of(typing.names().column(name, scope).name(), name);
    }
    Pattern pattern = pattern(subject, place, scope);
    Map<String, Name> found = new LinkedHashMap<>();
    if (Unknown.is(table)) {
      found.put(subject.text(), new Name(subject.text(), true, place));
      return found;
    }
    for (Column column : table.columns()) {
      if (pattern.matcher(column.name()).find()) {
        found.put(column.name(), new Name(column.name(), false, place));
      }
    }
    if (found.isEmpty()) {
      throw Refusal.of(
          scope
              .error(
                  Code.E0406,
                  "no column of `" + table.display() + "` matches `/" + subject.text() + "/`",
                  place)
              .help("the columns are " + Wording.columns(table)));
    }
    return found;
  }

  private static Pattern pattern(Subject subject, Span place, Scope scope) {
    try {
      return Pattern.compile(subject.text());
    } catch (PatternSyntaxException wrong) {
      throw Refusal.of(
          scope
              .error(Code.E0506, "`/" + subject.text() + "/` is not a regular expression", place)
              .help("a column is selected when a part of its name matches, as in `/_at$/`"));
    }
  }
}
