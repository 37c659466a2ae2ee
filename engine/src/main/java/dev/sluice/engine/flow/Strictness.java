package dev.sluice.engine.flow;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Policy;
import java.util.List;

/** `--fail-on warn`: every `warn` of a policy becomes `fail`, before anything is judged. */
final class Strictness {

  private Strictness() {}

  static List<Expectation> apply(List<Expectation> expectations, boolean failOnWarn) {
    return failOnWarn ? expectations.stream().map(Strictness::strict).toList() : expectations;
  }

  private static Expectation strict(Expectation expectation) {
    Policy policy =
        new Policy(
            expectation.policy().zones().stream()
                .map(
                    zone ->
                        zone.action() instanceof Policy.Action.Warn
                            ? new Policy.Zone(new Policy.Action.Fail(), zone.above())
                            : zone)
                .toList());
    if (expectation instanceof Expectation.Schema schema) {
      return new Expectation.Schema(
          schema.heading(),
          policy,
          schema.columns(),
          schema.extraForbidden(),
          schema.orderStrict(),
          schema.forbidden());
    }
    if (expectation instanceof Expectation.Query query) {
      return new Expectation.Query(query.heading(), policy, query.tolerance(), query.query());
    }
    Expectation.Sentence sentence = (Expectation.Sentence) expectation;
    return new Expectation.Sentence(
        sentence.heading(),
        sentence.level(),
        sentence.check(),
        sentence.where(),
        sentence.per(),
        sentence.tolerance(),
        policy,
        sentence.subject(),
        sentence.columns(),
        sentence.metrics(),
        sentence.observed());
  }
}
