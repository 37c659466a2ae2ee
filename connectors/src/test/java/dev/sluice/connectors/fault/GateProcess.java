package dev.sluice.connectors.fault;

import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gates in a process of their own, which can be killed. */
final class GateProcess {

  private GateProcess() {}

  /**
   * Runs the suite of a folder for batch after batch, or for one, and says so after each; or once,
   * with a call at which the process ends.
   */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    if (arguments[1].equals("halt")) {
      Injection halt =
          new Injection(
              Integer.parseInt(arguments[2]),
              Injection.Moment.valueOf(arguments[3]),
              Injection.Lasting.HALT);
      Faults.begin(arguments[4], new Calls(Calls.Reach.STATEMENTS, Optional.of(halt)));
      tell(Stage.report(folder, List.of()));
      return;
    }
    for (int batch = Integer.parseInt(arguments[2]); true; batch++) {
      Report report = Stage.report(folder, List.of("n=" + batch));
      tell(report);
      if (report.outcome() != Outcome.PUBLISHED || arguments[1].equals("once")) {
        return;
      }
    }
  }

  private static void tell(Report report) {
    System.out.println(
        report.outcome().word()
            + (report.suites().isEmpty()
                ? report.diagnostics()
                : report.suites().get(0).message()));
    System.out.flush();
  }

  /** Starts it; what it says is read from the process. */
  static Process start(List<String> arguments) throws IOException {
    return start(arguments, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** The same; what it unpacks, and a killed one leaves behind, lies in the folder. */
  static Process start(List<String> arguments, Path scratch) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + scratch);
    // it starts a thousand times
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"));
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(GateProcess.class.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** What a process has said until its end. */
  static List<String> said(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
