package dev.sluice.benchmarks.deequ;

import com.amazon.deequ.VerificationResult;
import com.amazon.deequ.VerificationSuite;
import com.amazon.deequ.comparison.ComparisonSucceeded;
import com.amazon.deequ.comparison.ReferentialIntegrity;
import com.amazon.deequ.constraints.ConstraintResult;
import com.amazon.deequ.constraints.ConstraintStatus;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.collection.JavaConverters;

/**
 * Judges two parquet files by Deequ, on two cores of this process. Arguments: the orders, the
 * customers, and the number of rows that are still too few. It prints each line and how many were
 * met; whatever fails otherwise ends it without that last line.
 */
public final class Verify {

  /** The orders' time as a number: Deequ's greatest value is one. */
  static final String SECONDS = "created_seconds";

  private Verify() {}

  public static void main(String... arguments) {
    SparkSession spark =
        SparkSession.builder()
            .appName("sluice-benchmarks")
            .master("local[2]")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    try {
      spark.sparkContext().setLogLevel("ERROR");
      Dataset<Row> orders = spark.read().parquet(arguments[0]);
      Dataset<Row> customers = spark.read().parquet(arguments[1]);
      tell(judge(orders, customers, Long.parseLong(arguments[2])));
    } finally {
      spark.stop();
    }
  }

  private record Line(String text, boolean met) {}

  private static List<Line> judge(Dataset<Row> orders, Dataset<Row> customers, long most) {
    VerificationResult result =
        new VerificationSuite()
            .onData(
                orders.withColumn(
                    SECONDS,
                    org.apache.spark.sql.functions.expr(
                        "cast(cast(created_at as timestamp) as long)")))
            .addCheck(OrdersCheck.of(most))
            .run();
    List<Line> lines = new ArrayList<>();
    for (var check : JavaConverters.asJavaIterable(result.checkResults().values())) {
      for (ConstraintResult each : JavaConverters.asJavaIterable(check.constraintResults())) {
        String message = each.message().isDefined() ? " " + each.message().get() : "";
        // What Deequ could not judge has no value, and must not look like a row at fault.
        if (each.metric().isEmpty() || each.metric().get().value().isFailure()) {
          throw new IllegalStateException("not judged: " + each.constraint() + message);
        }
        lines.add(
            new Line(each.constraint() + message, each.status() == ConstraintStatus.Success()));
      }
    }
    var orphans =
        ReferentialIntegrity.subsetCheck(
            orders,
            OrdersCheck.texts("customer_id"),
            customers,
            OrdersCheck.texts("customer_id"),
            OrdersCheck.all());
    lines.add(new Line("subset " + orphans, orphans instanceof ComparisonSucceeded));
    return lines;
  }

  private static void tell(List<Line> lines) {
    lines.forEach(
        each -> System.out.println((each.met() ? "met      " : "not met  ") + each.text()));
    long met = lines.stream().filter(Line::met).count();
    System.out.println(met + " met, " + (lines.size() - met) + " not met");
  }
}
