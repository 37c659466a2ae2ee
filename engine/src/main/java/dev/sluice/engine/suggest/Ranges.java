package dev.sluice.engine.suggest;

import dev.sluice.engine.suggest.Facts.Extent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Ends of numbers and moments, round and with room to spare. */
final class Ranges {

  /** Larger numbers are identities and hashes. */
  private static final BigDecimal LARGEST = BigDecimal.ONE.movePointRight(15);

  private static final Set<String> LATITUDES = Set.of("latitude", "lat");
  private static final Set<String> LONGITUDES = Set.of("longitude", "lon", "lng", "long");
  private static final int DECADE = 10;

  private Ranges() {}

  static Optional<Suggestion> of(Facts facts, Inquiry inquiry, Instant now) {
    return facts
        .extent()
        .flatMap(
            extent ->
                extent.low() instanceof BigDecimal
                    ? numbers(facts, extent)
                    : Optional.of(moments(extent, now)))
        .flatMap(test -> inquiry.suggestion(facts.name() + " " + test, evidence(facts)));
  }

  private static String evidence(Facts facts) {
    return Evidence.all(facts.filled());
  }

  private static Optional<String> numbers(Facts facts, Extent extent) {
    BigDecimal least = (BigDecimal) extent.low();
    BigDecimal most = (BigDecimal) extent.high();
    if (least.abs().max(most.abs()).compareTo(LARGEST) > 0) {
      return Optional.empty();
    }
    String name = facts.column().name().toLowerCase(Locale.ROOT);
    if (LATITUDES.contains(name) && within(least, most, 90)) {
      return Optional.of("between -90 and 90");
    }
    if (LONGITUDES.contains(name) && within(least, most, 180)) {
      return Optional.of("between -180 and 180");
    }
    // One value alone has no width, and the next identity is always a larger one.
    if (least.compareTo(most) == 0 || Names.isKey(facts.column().name())) {
      return sign(least);
    }
    Headroom ends = Headroom.around(least, most);
    return Optional.of("between " + text(ends.low()) + " and " + text(ends.high()));
  }

  private static Optional<String> sign(BigDecimal least) {
    return least.signum() < 0 ? Optional.empty() : Optional.of(least.signum() > 0 ? "> 0" : ">= 0");
  }

  private static boolean within(BigDecimal least, BigDecimal most, int end) {
    return least.abs().max(most.abs()).compareTo(BigDecimal.valueOf(end)) <= 0;
  }

  private static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** From the start of a year or decade, and not in the future. */
  private static String moments(Extent extent, Instant now) {
    LocalDateTime first = local(extent.low());
    LocalDateTime last = local(extent.high());
    boolean decades = ChronoUnit.YEARS.between(first, last) >= DECADE;
    int year = first.getYear();
    int from = Math.max(1, decades ? year / DECADE * DECADE : year);
    String start = String.format(Locale.ROOT, "%04d-01-01", from);
    boolean past = !last.toInstant(ZoneOffset.UTC).isAfter(now);
    return past ? "between " + start + " and now()" : ">= " + start;
  }

  private static LocalDateTime local(Object moment) {
    if (moment instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    return moment instanceof LocalDateTime local
        ? local
        : LocalDateTime.ofInstant((Instant) moment, ZoneOffset.UTC);
  }
}
