package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Refusal;
import dev.sluice.dsl.check.internal.Scope;
import dev.sluice.dsl.check.internal.Typing;
import dev.sluice.dsl.check.internal.Unknown;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.SentenceParser;
import dev.sluice.dsl.yaml.SuiteFile.SqlEntry;
import java.util.List;
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
    Optional<Tolerance> tolerance =
        entry.except().isEmpty()
            ? Optional.of(new Tolerance.None())
            : entry.except().flatMap(this::tolerance);
    Optional<Policy> policy =
        entry.otherwise().isEmpty()
            ? Optional.of(fallback)
            : entry.otherwise().flatMap(this::policy);
    if (tolerance.isEmpty() || policy.isEmpty()) {
      return Optional.empty();
    }
    String name = entry.name().value();
    Expectation.Heading heading =
        Headings.of(
            name,
            Optional.of(name),
            entry.query().value().strip(),
            Headings.fileLine(entry.name(), entry.name().span()),
            entry.because(),
            entry.tags());
    return Optional.of(
        new Checked(
            new Expectation.Query(heading, policy.get(), tolerance.get(), entry.query().value()),
            entry.query(),
            Optional.empty()));
  }

  private Optional<Tolerance> tolerance(Scalar text) {
    return SentenceParser.tolerance(text, diagnostics)
        .flatMap(each -> typing.attempt(() -> tolerance(each, scope(text))));
  }

  private static Tolerance tolerance(Line.Tolerance written, Scope scope) {
    if (written instanceof Line.Tolerance.AtLeast) {
      throw withoutShare(written.span(), scope);
    }
    return ToleranceCheck.tolerance(Optional.of(written), Optional.of(Line.Unit.ROWS), scope);
  }

  private static Refusal withoutShare(Span span, Scope scope) {
    return Refusal.of(
        scope
            .error(Code.E0305, "a query gives the violations alone, and no share of them", span)
            .help("give a number of rows"));
  }

  private Optional<Policy> policy(Scalar text) {
    Scope scope = scope(text);
    return SentenceParser.zones(text, diagnostics)
        .flatMap(zones -> typing.attempt(() -> policy(zones, scope)));
  }

  private Policy policy(List<Line.Zone> zones, Scope scope) {
    ZoneOrder.check(zones, scope);
    return new Policy(typing.each(zones, zone -> zone(zone, scope)));
  }

  private static Policy.Zone zone(Line.Zone zone, Scope scope) {
    Policy.Action action = WholeActions.of(zone.action(), "stand on a query", scope);
    zone.above()
        .ifPresent(
            above -> {
              if (above instanceof Line.Threshold.Percent) {
                throw withoutShare(above.span(), scope);
              }
            });
    return new Policy.Zone(
        action,
        zone.above()
            .map(above -> ToleranceCheck.threshold(above, Optional.of(Line.Unit.ROWS), scope)));
  }

  private static Scope scope(Scalar text) {
    return Scope.of(text, Unknown.table(""), Scope.Place.CHECK);
  }
}
