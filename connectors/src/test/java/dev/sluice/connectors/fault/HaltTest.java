package dev.sluice.connectors.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process ends before each call by which a gate makes something happen, which to the database
 * is after the call before, and after the last. {@code -Dfaults.sites=H2,SQLITE} narrows the
 * databases.
 */
@Tag("faults")
final class HaltTest {

  private static final int KILLED = 137;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whereverTheProcessEndsTheNextSettlesIt(Site site)
      throws SQLException, IOException, InterruptedException {
    site.assumeChosen();
    List<String> violations = new ArrayList<>();
    int cases = 0;
    for (Shape shape : List.of(Shape.APPEND, Shape.LOAD)) {
      Path own = Files.createDirectories(folder.resolve(shape.name()));
      try (Stage stage = new Stage(site, own, shape, Line.MIXED)) {
        stage.reset();
        stage.gate(Calls.Reach.STATEMENTS, Optional.empty());
        stage.reset();
        State before = stage.state();
        List<String> calls = stage.gate(Calls.Reach.STATEMENTS, Optional.empty()).calls().made();
        Invariants invariants = new Invariants(stage, before, stage.state());
        for (int call = calls.indexOf("Connection.setAutoCommit") + 1;
            call <= calls.size() + 1;
            call++) {
          boolean last = call > calls.size();
          Injection.Moment moment = last ? Injection.Moment.AFTER : Injection.Moment.BEFORE;
          int number = last ? calls.size() : call;
          cases++;
          String name = stage.name() + ", " + moment + " " + calls.get(number - 1) + ": ";
          stage.reset();
          halted(stage, number, moment, invariants).forEach(each -> violations.add(name + each));
        }
      }
    }
    System.out.println(
        "process ended at named points on "
            + site
            + ": "
            + cases
            + " cases, "
            + violations.size()
            + " violations");
    assertThat(violations).isEmpty();
  }

  private static List<String> halted(
      Stage stage, int call, Injection.Moment moment, Invariants invariants)
      throws SQLException, IOException, InterruptedException {
    stage.close();
    Process process =
        GateProcess.start(
            List.of(
                stage.folder().toString(),
                "halt",
                Integer.toString(call),
                moment.name(),
                stage.url()));
    List<String> said = GateProcess.said(process);
    List<String> broken = new ArrayList<>();
    if (process.waitFor() != KILLED) {
      broken.add("the process was not ended, it said " + said);
    }
    stage.settle();
    broken.addAll(invariants.broken(stage.state()));
    broken.addAll(
        invariants.brokenAtLast(
            stage.gate(Calls.Reach.STATEMENTS, Optional.empty()).report(), stage.state()));
    return broken;
  }
}
