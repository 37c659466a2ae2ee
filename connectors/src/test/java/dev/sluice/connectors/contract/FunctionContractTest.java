package dev.sluice.connectors.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.IsNull;
import dev.sluice.dsl.expression.Expression.Not;
import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.value.Evaluator;
import dev.sluice.dsl.value.Measures;
import dev.sluice.dsl.value.Row;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Measurement.Result.Tallied;
import dev.sluice.engine.plan.Measurement.Scope;
import dev.sluice.engine.plan.Measurement.Tally;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.sql.SqlCompiler;
import dev.sluice.engine.sql.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function gives here what its Java body gives. */
public abstract class FunctionContractTest extends MeaningContractTest {

  private static final int TOGETHER = 20;

  static Stream<Function> functions() {
    return Stream.concat(Functions.all().stream(), Functions.internal().stream())
        .filter(function -> function != Functions.NOW && function != Functions.AGE);
  }

  /** Whether the database can compute the call; where it cannot, it must raise an error. */
  protected boolean computes(Function function, List<Constant> arguments) {
    return true;
  }

  private boolean exist(List<Constant> arguments) {
    return arguments.stream().allMatch(each -> !(each.value() instanceof Double d) || holds(d));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionGivesWhatItsJavaBodyGives(Function function) throws SQLException {
    SqlProfile profile = connector().sql();
    if (profile.missing().contains(function.name())) {
      return;
    }
    Map<Measurement, String> calls = new LinkedHashMap<>();
    try (Connection connection = connect()) {
      Databases.execute(
          connection,
          "CREATE TABLE IF NOT EXISTS one_row (x INTEGER)",
          "DELETE FROM one_row",
          "INSERT INTO one_row VALUES (1)");
      Relation.Stored relation = oneRow(connection);
      for (List<Constant> arguments : Samples.arguments(function)) {
        if (!exist(arguments)) {
          continue;
        }
        if (!computes(function, arguments)) {
          assertThat(
                  wrong(connection, new SqlCompiler(profile), call(function, arguments, relation)))
              .as(function + "(" + words(arguments) + ")")
              .anyMatch(each -> each.contains(": Optional["));
          continue;
        }
        call(function, arguments)
            .ifPresent(
                check ->
                    calls.put(
                        new Tally(new Scope(relation, Optional.empty()), check, List.of()),
                        function + "(" + words(arguments) + ")"));
      }
      assertThat(calls).isNotEmpty();
      assertThat(wrong(connection, new SqlCompiler(profile), calls)).isEmpty();
    }
  }

  private static Map<Measurement, String> call(
      Function function, List<Constant> arguments, Relation.Stored relation) {
    return Map.of(
        new Tally(
            new Scope(relation, Optional.empty()),
            call(function, arguments).orElseThrow(),
            List.of()),
        "");
  }

  private static String words(List<Constant> arguments) {
    List<@Nullable Object> values = new ArrayList<>();
    arguments.forEach(argument -> values.add(argument.value()));
    return Samples.words(values);
  }

  private Relation.Stored oneRow(Connection connection) throws SQLException {
    Table table =
        connector().catalogue().find(connection, List.of("one_row"), false).get(0).table();
    List<Column> columns = table.columns();
    assertThat(columns).hasSize(1);
    return new Relation.Stored(table, Optional.empty());
  }

  /**
   * A statement that is true where the function gives what it should; nothing where Java cannot.
   */
  private static Optional<Expression> call(Function function, List<Constant> arguments) {
    Type type =
        function.typing().result(arguments.stream().map(Constant::type).toList()).orElseThrow();
    Apply apply = new Apply(function, List.copyOf(arguments), type);
    @Nullable Object expected;
    try {
      expected = Evaluator.evaluate(apply, Row.NONE, Measures.NONE);
    } catch (ArithmeticException beyond) {
      return Optional.empty();
    }
    if (expected == null) {
      return Optional.of(new IsNull(apply));
    }
    if (expected instanceof Boolean holds) {
      return Optional.of(holds ? apply : new Not(apply));
    }
    if (expected instanceof Double number) {
      return Optional.of(near(apply, number));
    }
    return Optional.of(new Compare(Operator.EQUAL, apply, new Constant(expected, type)));
  }

  /** Doubles agree to a few units in the last place: logarithms are not exact everywhere. */
  private static Expression near(Apply apply, double expected) {
    if (Double.isNaN(expected)) {
      return new Compare(Operator.NOT_EQUAL, apply, apply);
    }
    if (Double.isInfinite(expected)) {
      return new Compare(Operator.EQUAL, apply, new Constant(expected, Type.DOUBLE));
    }
    double slack = 4 * Math.ulp(expected);
    return new Expression.And(
        List.of(
            new Compare(
                Operator.GREATER_OR_EQUAL, apply, new Constant(expected - slack, Type.DOUBLE)),
            new Compare(
                Operator.LESS_OR_EQUAL, apply, new Constant(expected + slack, Type.DOUBLE))));
  }

  private static List<String> wrong(
      Connection connection, SqlCompiler compiler, Map<Measurement, String> calls)
      throws SQLException {
    List<String> wrong = new ArrayList<>();
    List<Measurement> all = List.copyOf(calls.keySet());
    for (int from = 0; from < all.size(); from += TOGETHER) {
      List<Measurement> some = all.subList(from, Math.min(from + TOGETHER, all.size()));
      try {
        compare(connection, compiler, some, calls, wrong);
      } catch (SQLException together) {
        for (Measurement one : some) {
          try {
            compare(connection, compiler, List.of(one), calls, wrong);
          } catch (SQLException alone) {
            wrong.add(
                calls.get(one) + ": " + String.valueOf(alone.getMessage()).lines().findFirst());
          }
        }
      }
    }
    return wrong;
  }

  private static void compare(
      Connection connection,
      SqlCompiler compiler,
      List<Measurement> measurements,
      Map<Measurement, String> calls,
      List<String> wrong)
      throws SQLException {
    Scan scan = new Scan("functions", measurements);
    Statement statement = compiler.compile(scan);
    Map<Measurement, Measurement.Result> results =
        compiler.results(scan, row(connection, statement));
    results.forEach(
        (measurement, result) -> {
          if (!result.equals(new Tallied(1, 0, 0))) {
            wrong.add(calls.get(measurement) + ": " + result + " in " + measurement);
          }
        });
  }

  private static List<@Nullable Object> row(Connection connection, Statement statement)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
      int index = 1;
      for (Object parameter : statement.parameters()) {
        prepared.setObject(
            index++,
            parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter);
      }
      try (ResultSet rows = prepared.executeQuery()) {
        rows.next();
        List<@Nullable Object> values = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          values.add(rows.getObject(column));
        }
        return values;
      }
    }
  }
}
