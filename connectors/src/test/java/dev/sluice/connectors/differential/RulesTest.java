package dev.sluice.connectors.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.contract.ConnectorContractTest;
import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.check.Tolerance;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.ColumnValue;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.dsl.expression.Expression.Unique;
import dev.sluice.dsl.expression.Level;
import dev.sluice.dsl.function.Metric;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.value.TableEvaluator;
import dev.sluice.dsl.value.TableEvaluator.Answer;
import dev.sluice.dsl.value.TableEvaluator.Question;
import dev.sluice.engine.audit.Audit;
import dev.sluice.engine.audit.AuditSettings;
import dev.sluice.engine.judge.Finding;
import dev.sluice.engine.plan.PercentileScreen;
import dev.sluice.engine.plan.Relation.Stored;
import dev.sluice.engine.plan.Rules;
import dev.sluice.engine.run.Deadline;
import dev.sluice.engine.run.Progress;
import dev.sluice.engine.run.Readers;
import dev.sluice.engine.run.Session;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Findings and samples are the same with every rule of the planner, without each, and without any:
 * random keys, checks and tables with nulls, as the evaluator counts them.
 */
abstract class RulesTest extends ConnectorContractTest {

  private static final List<String> RULES =
      List.of(
          "keys fetched once",
          "within duplicates",
          "distinct screen",
          "keys in order",
          Rules.SAMPLES_TOGETHER);

  private static final List<String> KEYS = List.of("n", "i", "j", "d", "f", "t", "u", "day", "at");

  private static final List<Operator> SIDES =
      List.of(Operator.LESS, Operator.LESS_OR_EQUAL, Operator.GREATER, Operator.GREATER_OR_EQUAL);

  private record Asked(Expectation.Sentence sentence, Answer answer) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theAnswersAreTheSameWithoutARule(long seed) throws SQLException {
    Random random = new Random(seed);
    RandomTables tables = new RandomTables(random, this::holds);
    TableEvaluator.Rows rows = tables.rows("ruled_" + seed, seed == 1 ? 0 : 10 + 20 * (int) seed);
    TableEvaluator.Rows others = tables.rows("partners_" + seed, 5);
    TableEvaluator evaluator = new TableEvaluator(rows, List.of(others));
    List<Asked> asked =
        asked(random, evaluator, new RandomSentences(random, tables, others.table()));
    List<Expectation.Sentence> lines = asked.stream().map(Asked::sentence).toList();
    try (Connection connection = connect()) {
      RandomTables.store(connection, connector().sql(), rows);
      RandomTables.store(connection, connector().sql(), others);
      List<Finding> plain = findings(connection, rows.table(), lines, Set.copyOf(RULES));
      for (int i = 0; i < asked.size(); i++) {
        Finding found = plain.get(i);
        Answer answer = asked.get(i).answer();
        assertThat(List.of(found.judged(), found.violations(), found.undecided()))
            .as(found.expectation() + " " + found.error())
            .isEqualTo(List.of(answer.judged(), answer.violations(), answer.undecided()));
      }
      List<Map<String, Object>> expected = plain.stream().map(RulesTest::told).toList();
      for (String rule : RULES) {
        assertThat(findings(connection, rows.table(), lines, Set.of(rule)))
            .as("without " + rule)
            .map(RulesTest::told)
            .isEqualTo(expected);
      }
      assertThat(findings(connection, rows.table(), lines, Set.of()))
          .map(RulesTest::told)
          .isEqualTo(expected);
      assertThat(findings(connection, rows.table(), lines, Set.of(), 3))
          .as("on several connections, where the database can")
          .map(RulesTest::told)
          .isEqualTo(expected);
    }
  }

  /** Limits at the percentile itself, beside it and far away, with nulls, filters and few rows. */
  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7})
  void aCountTellsOfAPercentileWhatItsValueDoes(long seed) throws SQLException {
    Random random = new Random(seed);
    RandomTables tables = new RandomTables(random, this::holds);
    TableEvaluator.Rows rows = tables.rows("ranked_" + seed, seed == 5 ? 2 : 15 * (int) seed);
    RandomSentences sentences = new RandomSentences(random, tables, rows.table());
    List<Expectation.Sentence> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      ColumnValue number = column(random.nextBoolean() ? "i" : "d");
      Measure percentile =
          new Measure(
              Metric.PERCENTILE,
              List.of(number, constant(BigDecimal.valueOf(random.nextInt(101), 2))),
              random.nextInt(3) == 0 ? Optional.of(sentences.row(1, false)) : Optional.empty(),
              Optional.empty(),
              Type.DOUBLE);
      Operator operator = SIDES.get(random.nextInt(SIDES.size()));
      Constant limit = constant(BigDecimal.valueOf(random.nextInt(60) - 20, random.nextInt(2)));
      lines.add(table(i, new Compare(operator, percentile, limit), percentile));
    }
    try (Connection connection = connect()) {
      RandomTables.store(connection, connector().sql(), rows);
      List<Finding> counted = findings(connection, rows.table(), lines, Set.of());
      List<Finding> taken =
          findings(connection, rows.table(), lines, Set.of(PercentileScreen.NAME));
      assertThat(counted.stream().map(RulesTest::judged).toList())
          .isEqualTo(taken.stream().map(RulesTest::judged).toList());
      if (seed > 5) {
        assertThat(counted).as("spared").anyMatch(each -> each.met() && each.observed() == null);
      }
      assertThat(counted).as("open").anyMatch(each -> each.observed() != null);
    }
  }

  private static String judged(Finding finding) {
    return finding.expectation().heading().id() + ": " + finding.met() + " " + finding.error();
  }

  private static List<Asked> asked(
      Random random, TableEvaluator evaluator, RandomSentences sentences) {
    Map<String, Asked> asked = new LinkedHashMap<>();
    for (int i = 0; i < 25; i++) {
      Optional<Expression> where =
          random.nextInt(3) == 0 ? Optional.of(sentences.row(1, false)) : Optional.empty();
      List<String> per = random.nextInt(4) == 0 ? List.of("u") : List.of();
      Expression check = random.nextInt(4) == 0 ? sentences.row(1, true) : key(random);
      Expectation.Sentence sentence = sentence(check, where, per);
      Answer answer = evaluator.judge(new Question(Level.ROW, check, where, per));
      asked.put(sentence.toString(), new Asked(sentence, answer));
    }
    return List.copyOf(asked.values());
  }

  // Of few columns, so that many keys contain others.
  private static Expression key(Random random) {
    List<String> names = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      names.add(KEYS.get(random.nextInt(KEYS.size())));
    }
    return new Unique(
        names.stream()
            .distinct()
            .<Expression>map(name -> new ColumnValue(name, RandomTables.column(name).type()))
            .toList());
  }

  private static Expectation.Sentence sentence(
      Expression check, Optional<Expression> where, List<String> per) {
    return new Expectation.Sentence(
        new Expectation.Heading(
            check + " " + where + per,
            Optional.empty(),
            "line",
            1,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            false),
        Level.ROW,
        check,
        where,
        per.stream().map(RandomTables::column).toList(),
        new Tolerance.None(),
        new Policy(List.of(new Policy.Zone(new Policy.Action.Fail(), Optional.empty()))),
        Optional.empty(),
        List.of("i", "t", "at"),
        Map.of(),
        Optional.empty());
  }

  private static Expectation.Sentence table(int number, Expression check, Measure metric) {
    return new Expectation.Sentence(
        new Expectation.Heading(
            number + " " + check,
            Optional.empty(),
            "line",
            1,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            false),
        Level.TABLE,
        check,
        Optional.empty(),
        List.of(),
        new Tolerance.None(),
        new Policy(List.of(new Policy.Zone(new Policy.Action.Fail(), Optional.empty()))),
        Optional.empty(),
        List.of(),
        Map.of("metric", metric),
        Optional.of(metric));
  }

  private static ColumnValue column(String name) {
    return new ColumnValue(name, RandomTables.column(name).type());
  }

  private static Constant constant(BigDecimal value) {
    return new Constant(value, Type.decimal(10, 2));
  }

  private List<Finding> findings(
      Connection connection, Table table, List<Expectation.Sentence> lines, Set<String> without)
      throws SQLException {
    return findings(connection, table, lines, without, 1);
  }

  private List<Finding> findings(
      Connection connection,
      Table table,
      List<Expectation.Sentence> lines,
      Set<String> without,
      int connections)
      throws SQLException {
    AuditSettings settings =
        new AuditSettings(
            table.display(), 3, Set.of(), List.of("n"), Progress.NONE, new Rules(without));
    Session session = session(connection);
    session.beginReading();
    try (Readers readers = Readers.of(session, () -> session(connect()), connections)) {
      return Audit.of(lines, new Stored(table, Optional.empty()), readers, settings).findings();
    } finally {
      session.rollback();
    }
  }

  private Session session(Connection connection) throws SQLException {
    return new Session(connector(), connection, Deadline.in(Duration.ofMinutes(2)));
  }

  private static Map<String, Object> told(Finding finding) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("id", finding.expectation().heading().id());
    told.put("counts", List.of(finding.judged(), finding.violations(), finding.undecided()));
    told.put("samples", finding.samples());
    told.put("error", finding.error());
    return told;
  }
}
