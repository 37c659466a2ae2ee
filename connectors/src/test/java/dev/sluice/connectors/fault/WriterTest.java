package dev.sluice.connectors.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody changes the candidate while a gate is at work: before each of its calls in turn a row is
 * added that no line would let through, one is spoiled, and one is taken away.
 */
@Tag("faults")
final class WriterTest {

  private static final int ROUNDS = Integer.getInteger("faults.writes", 200);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void noRowIsPublishedThatWasNotJudged(Site site) throws Exception {
    site.assumeChosen();
    List<String> broken = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    Shape[] shapes = {Shape.APPEND, Shape.REPLACE, Shape.SLICE, Shape.MERGE, Shape.IN_PLACE};
    for (Shape shape : shapes) {
      Path own = Files.createDirectories(folder.resolve(shape.name()));
      Ground ground = site.ground(own);
      try (Stage stage = new Stage(site, ground, shape, Line.DROP);
          Connection writer = ground.connect()) {
        stage.reset();
        int calls = stage.gate(Calls.Reach.STATEMENTS, Optional.empty()).calls().made().size();
        for (int round = 0; round < ROUNDS / shapes.length; round++) {
          int at = calls - round % calls;
          stage.reset();
          outcomes.add(written(stage, shape, writer, at, broken));
        }
      }
    }
    System.out.println(
        "candidate changed on "
            + site
            + ": "
            + outcomes.size()
            + " cases, "
            + Tally.of(outcomes)
            + ", "
            + broken.size()
            + " violations");
    assertThat(broken).isEmpty();
  }

  private static Outcome written(
      Stage stage, Shape shape, Connection writer, int at, List<String> broken)
      throws SQLException {
    AtomicInteger number = new AtomicInteger();
    Calls calls =
        new Calls(
            Calls.Reach.STATEMENTS,
            Optional.empty(),
            call -> {
              if (number.incrementAndGet() == at) {
                write(writer, shape.candidate());
              }
            });
    Outcome outcome = stage.gate(calls).report().outcome();
    State now = stage.state();
    String name = shape + ", written before call " + at + ": ";
    List<String> bad =
        now.target().stream().filter(row -> row.split(" ", -1)[1].startsWith("-")).toList();
    // in place the writer's rows stand in the target itself, outside of what the gate did
    if (shape != Shape.IN_PLACE && !bad.isEmpty()) {
      broken.add(name + "I1 published without being judged: " + bad);
    }
    if ((outcome == Outcome.PUBLISHED) != (now.runs("published") == 1)) {
      broken.add(name + "I4 " + outcome + ", ledger " + now.ledger());
    }
    now.ledger().stream()
        .filter(row -> row.startsWith("published "))
        .map(row -> row.split(" ", -1))
        .filter(
            words ->
                Long.parseLong(words[1])
                    != Long.parseLong(words[2])
                        + Long.parseLong(words[3])
                        + Long.parseLong(words[4]))
        .forEach(words -> broken.add(name + "I3 " + List.of(words)));
    return outcome;
  }

  // What the writer wants may be refused to him instead; then the gate has the rows as they were.
  private static void write(Connection writer, String table) {
    for (String sql :
        List.of(
            "insert into " + table + State.NAMES + " values (77, -77, 2, 'late', 'cell-canary-z')",
            "update " + table + " set amount = -1 where id = 6",
            "delete from " + table + " where id = 3")) {
      try (Statement statement = writer.createStatement()) {
        statement.setQueryTimeout(1);
        statement.execute(sql);
      } catch (SQLException refused) {
        continue;
      }
    }
  }
}
