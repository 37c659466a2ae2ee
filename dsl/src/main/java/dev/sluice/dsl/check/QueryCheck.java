package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Scope;
import dev.sluice.dsl.check.internal.Typing;
import dev.sluice.dsl.check.internal.Unknown;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.SentenceParser;
import dev.sluice.dsl.yaml.SuiteFile.SqlEntry;
import java.util.Optional;

/** {@code sql:}: queries whose rows are the violations. */
final class QueryCheck {

  private final Typing typing;
  private final Diagnostics diagnostics;

  QueryCheck(Typing typing, Diagnostics diagnostics) {
    this.typing = typing;
    this.diagnostics = diagnostics;
  }

  Optional<Checked> check(SqlEntry entry, Policy fallback) {
    Policy policy = WholeActions.policy(entry.otherwise(), fallback, diagnostics);
    String name = entry.name().value();
    Expectation.Heading heading =
        Headings.of(
            name,
            Optional.of(name),
            entry.query().value().strip(),
            Headings.fileLine(entry.name(), entry.name().span()),
            entry.because(),
            entry.tags());
    return tolerance(entry.except())
        .map(each -> new Expectation.Query(heading, policy, each, entry.query().value()))
        .map(query -> new Checked(query, entry.query(), Optional.empty()));
  }

  private Optional<Tolerance> tolerance(Optional<Scalar> text) {
    if (text.isEmpty()) {
      return Optional.of(new Tolerance.None());
    }
    Scope scope = Scope.of(text.get(), Unknown.table(""), Scope.Place.CHECK);
    Optional<Line.Tolerance> written = SentenceParser.tolerance(text.get(), diagnostics);
    return written.isEmpty()
        ? Optional.empty()
        : typing.attempt(
            () -> ToleranceCheck.tolerance(written, Optional.of(Line.Unit.ROWS), scope));
  }
}
