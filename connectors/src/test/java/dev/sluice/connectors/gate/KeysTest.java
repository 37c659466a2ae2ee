package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.plan.KeyScan;
import dev.sluice.engine.report.ExpectationReport;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.SuiteReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys at fault are looked for once, few or many, and never when there cannot be any. */
final class KeysTest {

  @TempDir Path folder;

  private Ground ground(Ground.Kind kind, String rows) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table known (id bigint)",
        "insert into known values (1), (2), (null)",
        "create table orders (id bigint, part varchar(9), placed timestamp)",
        "insert into orders " + rows);
    return ground;
  }

  private static SuiteReport check(Ground ground, String... lines) {
    Report report =
        ground.check("table: orders\nsamples: 3\nexpect:\n  - " + String.join("\n  - ", lines));
    assertThat(report.suites()).hasSize(1);
    return report.suites().get(0);
  }

  private static String told(Ground ground, ExpectationReport line) {
    return "%s judged, %s violate, %s undecided, %s"
        .formatted(
            line.judged(),
            line.violations(),
            line.undecided(),
            line.samples().stream()
                .map(each -> String.valueOf(each.get(ground.natural("id"))))
                .toList());
  }

  private static List<String> told(Ground ground, SuiteReport suite) {
    return suite.expectations().stream().map(line -> told(ground, line)).toList();
  }

  @ParameterizedTest
  @EnumSource(Ground.Kind.class)
  void moreKeysThanAreFetchedAreCountedAllTheSame(Ground.Kind kind) {
    int keys = KeyScan.MOST + 5;
    String rows =
        IntStream.range(0, 2 * keys)
            .mapToObj(i -> "(" + i % keys + ", 'x', null)")
            .collect(Collectors.joining(", ", "values ", ""));
    Ground ground = ground(kind, rows);
    SuiteReport suite = check(ground, "id is unique", "(id, part) is unique", "id in known.id");
    String all = 2 * keys + " judged, ";
    assertThat(told(ground, suite))
        .containsExactly(
            all + 2 * keys + " violate, 0 undecided, [0, 0, 1]",
            all + 2 * keys + " violate, 0 undecided, [0, 0, 1]",
            all + (2 * keys - 4) + " violate, 0 undecided, [0, 0, 3]");
  }

  @ParameterizedTest
  @EnumSource(Ground.Kind.class)
  void aCompoundKeyIsReadAmongTheDuplicatesOfItsPart(Ground.Kind kind) {
    Ground ground =
        ground(
            kind,
            "values (1, 'a', null), (1, 'a', null), (1, 'b', null), (2, 'a', null),"
                + " (null, 'a', null), (3, null, null), (3, 'c', null)");
    SuiteReport suite =
        check(ground, "id is unique", "(id, part) is unique", "(id, part, placed) is unique");
    assertThat(told(ground, suite))
        .containsExactly(
            "6 judged, 5 violate, 1 undecided, [1, 1, 1]",
            "5 judged, 2 violate, 2 undecided, [1, 1]",
            "0 judged, 0 violate, 7 undecided, []");
    assertThat(suite.expectations().get(1).sql())
        .anyMatch(each -> each.contains("\"" + ground.natural("id") + "\" IN ("));
  }

  @ParameterizedTest
  @EnumSource(Ground.Kind.class)
  void nothingIsReadForACompoundKeyWhosePartIsUnique(Ground.Kind kind) {
    Ground ground = ground(kind, "values (1, 'a', null), (2, 'a', null)");
    SuiteReport alone = check(ground, "id is unique");
    SuiteReport both = check(ground, "id is unique", "(id, part) is unique");
    assertThat(told(ground, both))
        .containsExactly(
            "2 judged, 0 violate, 0 undecided, []", "2 judged, 0 violate, 0 undecided, []");
    assertThat(both.scans()).isEqualTo(alone.scans());
  }
}
