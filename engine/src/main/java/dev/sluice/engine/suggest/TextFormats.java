package dev.sluice.engine.suggest;

import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.engine.judge.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code x is email} and its kind. The sample says which format a column could have, all its values
 * decide it.
 */
final class TextFormats {

  /** Formats whose values say who or where somebody is: never listed as a set. */
  private static final List<String> IDENTIFYING =
      List.of("uuid", "email", "url", "ipv4", "ipv6", "iban", "credit_card");

  private static final List<String> OTHERS = List.of("integer", "number", "json");

  private static final List<String> DATES =
      List.of(
          "yyyy-MM-dd",
          "yyyyMMdd",
          "dd.MM.yyyy",
          "dd/MM/yyyy",
          "MM/dd/yyyy",
          "yyyy/MM/dd",
          "yyyy-MM-dd HH:mm:ss",
          "yyyy-MM-ddTHH:mm:ss");

  /** The most special ones first. */
  private static final List<Format> ALL =
      Stream.of(
              IDENTIFYING.stream().map(name -> new Format(name, List.of(name))),
              DATES.stream().map(form -> new Format("date('" + form + "')", List.of("date", form))),
              OTHERS.stream().map(name -> new Format(name, List.of(name))))
          .flatMap(each -> each)
          .toList();

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

  /**
   * A format.
   *
   * @param test as it stands behind {@code is}
   * @param parts its name and its arguments
   */
  private record Format(String test, List<String> parts) {

    boolean holds(Object value) {
      Function function = Functions.of("is_" + parts.get(0));
      List<@Nullable Object> arguments = new ArrayList<>(List.of(value));
      arguments.addAll(parts.subList(1, parts.size()));
      List<Type> types = arguments.stream().map(each -> Type.TEXT).toList();
      // Every number is JSON, and is not meant as such.
      boolean meant = !test.equals("json") || value.toString().matches("(?s)[\\[{].*");
      return meant && Boolean.TRUE.equals(function.body().apply(arguments, types, Type.BOOLEAN));
    }

    /** Nine in ten values have it. */
    boolean isLikely(List<Object> sample) {
      int others = 0;
      for (Object value : sample) {
        others += holds(value) ? 0 : 1;
        if (others * 10 > sample.size()) {
          return false;
        }
      }
      return true;
    }
  }

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
    return ALL.stream()
        .filter(format -> format.isLikely(facts.sample()))
        .flatMap(
            format ->
                inquiry.typed(facts.name() + " is " + format.test()).stream()
                    .map(line -> new Candidate(facts, format.test(), line.heading().line())))
        .findFirst();
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
