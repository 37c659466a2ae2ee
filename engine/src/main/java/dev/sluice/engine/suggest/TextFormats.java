package dev.sluice.engine.suggest;

import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.dsl.value.Evaluator;
import dev.sluice.dsl.value.Measures;
import dev.sluice.engine.judge.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code x is email} and its kind. The sample says which format a column could have, all its values
 * decide it.
 */
final class TextFormats {

  /** Formats whose values say who or where somebody is: never listed as a set. */
  private static final List<String> IDENTIFYING =
      List.of("uuid", "email", "url", "ipv4", "ipv6", "iban", "credit_card");

  private static final List<String> OTHERS =
      List.of(
          "date('yyyy-MM-dd')",
          "date('yyyyMMdd')",
          "date('dd.MM.yyyy')",
          "date('dd/MM/yyyy')",
          "date('MM/dd/yyyy')",
          "date('yyyy/MM/dd')",
          "date('yyyy-MM-dd HH:mm:ss')",
          "date('yyyy-MM-ddTHH:mm:ss')",
          "integer",
          "number",
          "json");

  private static final int FEWEST = 10;

  private TextFormats() {}

  /**
   * A column's format.
   *
   * @param name as it stands behind {@code is}
   */
  record Found(Suggestion suggestion, String name) {

    /** Whether its values had better not be listed. */
    boolean identifying() {
      return IDENTIFYING.contains(name);
    }

    /** Whether its values are digits. */
    boolean isCount() {
      return name.equals("integer");
    }
  }

  private record Candidate(Facts facts, String format, String sentence) {}

  /** By column name. */
  static Map<String, Found> of(List<Facts> facts, Inquiry inquiry) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    for (Facts each : facts) {
      if (each.is(Family.TEXT) && each.sample().size() >= FEWEST) {
        candidate(each, inquiry).ifPresent(found -> candidates.put(each.column().name(), found));
      }
    }
    Map<String, Finding> findings =
        inquiry.judge(candidates.values().stream().map(Candidate::sentence).toList());
    Map<String, Found> formats = new LinkedHashMap<>();
    candidates.forEach(
        (column, candidate) ->
            Optional.ofNullable(findings.get(candidate.sentence()))
                .flatMap(finding -> suggestion(candidate, finding, inquiry))
                .ifPresent(each -> formats.put(column, new Found(each, candidate.format()))));
    return formats;
  }

  private static Optional<Candidate> candidate(Facts facts, Inquiry inquiry) {
    return Stream.concat(IDENTIFYING.stream(), OTHERS.stream())
        .flatMap(
            format ->
                inquiry.typed(facts.name() + " is " + format).stream()
                    .filter(line -> isLikely(line, format, facts.sample()))
                    .map(line -> new Candidate(facts, format, line.heading().line())))
        .findFirst();
  }

  private static boolean isLikely(Expectation.Sentence line, String format, List<Object> sample) {
    long matching =
        sample.stream()
            .filter(value -> !format.equals("json") || isStructured(value.toString()))
            .filter(
                value ->
                    Boolean.TRUE.equals(
                        Evaluator.evaluate(line.check(), column -> value, Measures.NONE)))
            .count();
    return matching * 10 >= sample.size() * 9L;
  }

  /** Every number is JSON, and is not meant as such. */
  private static boolean isStructured(String text) {
    return text.startsWith("{") || text.startsWith("[");
  }

  private static Optional<Suggestion> suggestion(
      Candidate candidate, Finding finding, Inquiry inquiry) {
    long good = finding.judged() - finding.violations();
    if (finding.violations() == 0) {
      return inquiry.suggestion(candidate.sentence(), Evidence.all(finding.judged()));
    }
    String evidence = "all but " + Evidence.part(finding.violations(), finding.judged(), "values");
    return good * 100 < finding.judged() * 95
        ? Optional.empty()
        : Confidence.atLeast(good, finding.judged())
            .flatMap(
                tolerance -> inquiry.suggestion(candidate.sentence() + " " + tolerance, evidence));
  }
}
