package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines together with what must come of them. */
final class Judging {

  private Judging() {}

  /** Judges lines, each written with what must come of it: {@code line -> violations/undecided}. */
  static Report judge(Ground ground, String head, List<String> lines) {
    Report report = ground.check(suite(head, lines));
    compare(report, lines);
    return report;
  }

  /** The text of a suite of lines that are written with what must come of them. */
  static String suite(String head, List<String> lines) {
    return head
        + "expect:\n"
        + lines.stream()
            .map(each -> "  - \"" + each.split(" -> ", 2)[0] + "\"\n")
            .collect(Collectors.joining());
  }

  /** What came of lines, and what must. */
  static void compare(Report report, List<String> lines) {
    assertThat(report.diagnostics()).isEmpty();
    List<String> found = new ArrayList<>();
    List<ExpectationReport> told = report.suites().get(0).expectations();
    for (int index = 0; index < lines.size(); index++) {
      ExpectationReport line = told.get(index);
      found.add(lines.get(index).split(" -> ", 2)[0] + " -> " + result(line));
    }
    assertThat(found).as(Outputs.told(report)).containsExactlyElementsOf(lines);
  }

  private static String result(ExpectationReport line) {
    if (line.verdict() == Verdict.ERROR) {
      return "error";
    }
    return line.level().equals("row")
        ? line.violations() + "/" + line.undecided()
        : line.verdict().word();
  }
}
