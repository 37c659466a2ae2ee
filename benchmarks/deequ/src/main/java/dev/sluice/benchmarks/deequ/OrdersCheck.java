package dev.sluice.benchmarks.deequ;

import com.amazon.deequ.analyzers.AnalyzerOptions;
import com.amazon.deequ.checks.Check;
import com.amazon.deequ.checks.CheckLevel;
import java.time.Instant;
import java.util.List;
import java.util.function.DoublePredicate;
import scala.Function1;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.List$;
import scala.util.matching.Regex;

/** Twenty-two of the checks; the orphans are no part of Deequ's suites. */
final class OrdersCheck {

  private static final Option<String> NO_HINT = Option.empty();
  private static final Option<AnalyzerOptions> AS_USUAL = Option.empty();
  private static final Regex ADDRESS =
      new Regex("^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$", texts());

  private OrdersCheck() {}

  /**
   * The orders' lines, in the order of the suite.
   *
   * @param most rows that are still too few
   */
  static Check of(long most) {
    String[] states = {"new", "paid", "shipped", "delivered", "cancelled", "returned"};
    long yesterday = Instant.now().getEpochSecond() - 86_400;
    return new Check(CheckLevel.Error(), "orders", List$.MODULE$.empty())
        .hasSize(whole(most), NO_HINT)
        .isComplete("order_id", NO_HINT, AS_USUAL)
        .isComplete("created_at", NO_HINT, AS_USUAL)
        .isComplete("customer_id", NO_HINT, AS_USUAL)
        .hasCompleteness("amount", number(it -> it >= 0.98), NO_HINT, AS_USUAL)
        .isUnique("order_id", NO_HINT, AS_USUAL)
        .isContainedIn("status", states)
        .isContainedIn("amount", 0, 20_000, true, true, NO_HINT, AS_USUAL)
        .isContainedIn("qty", 1, 1_000, true, true, NO_HINT, AS_USUAL)
        .isContainedIn("discount", 0, 1, true, true, NO_HINT, AS_USUAL)
        .hasPattern("email", ADDRESS, number(it -> it >= 0.99), Option.empty(), NO_HINT, AS_USUAL)
        .satisfies("length(country) = 2", "two letters", all(), NO_HINT, none(), AS_USUAL)
        .satisfies("created_at <= current_timestamp()", "past", all(), NO_HINT, none(), AS_USUAL)
        .satisfies("updated_at >= created_at", "order of time", all(), NO_HINT, none(), AS_USUAL)
        .hasMean("amount", number(it -> it >= 100 && it <= 140), NO_HINT)
        .hasStandardDeviation("amount", number(it -> it < 200), NO_HINT)
        .hasApproxCountDistinct("country", number(it -> it >= 190 && it <= 210), NO_HINT)
        .hasMax(Verify.SECONDS, number(it -> it > yesterday), NO_HINT, AS_USUAL)
        .hasCompleteness("note", number(it -> it >= 0.3), NO_HINT, AS_USUAL)
        .hasMin("qty", number(it -> it >= 1), NO_HINT, AS_USUAL)
        .hasUniqueness(
            texts("customer_id", "created_at", "order_id"), number(it -> it == 1), NO_HINT)
        .hasApproxQuantile("amount", 0.95, number(it -> it < 500), NO_HINT);
  }

  static Seq<String> texts(String... each) {
    return JavaConverters.asScalaBuffer(List.of(each)).toSeq();
  }

  static Function1<Object, Object> all() {
    return number(share -> share == 1);
  }

  private static scala.collection.immutable.List<String> none() {
    return List$.MODULE$.empty();
  }

  private static Function1<Object, Object> whole(long most) {
    return found -> (Long) found > most;
  }

  private static Function1<Object, Object> number(DoublePredicate holds) {
    return found -> holds.test((Double) found);
  }
}
