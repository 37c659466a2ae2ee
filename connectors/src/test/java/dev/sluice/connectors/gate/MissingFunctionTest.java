package dev.sluice.connectors.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connectors.postgresql.EmbeddedPostgresServer;
import dev.sluice.dsl.diagnostic.DiagnosticRenderer;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a database does not have is refused with a caret, and never judged by something like it: the
 * page of E0602, run on PostgreSQL. {@code -Dgolden.update=true} writes its message anew.
 */
final class MissingFunctionTest {

  private static final Path PAGE =
      Path.of(System.getProperty("sluice.root"), "docs", "errors", "E0602.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```\n");
  private static final Pattern TOLD = Pattern.compile("(?s)```text\n(.*?)```\n");

  @TempDir private Path folder = Path.of("");

  private Ground warehouse() {
    Ground ground = Ground.of(Ground.Kind.POSTGRESQL, folder);
    ground.write(
        "sluice.yml",
        "connections:\n  warehouse: {url: '%s', user: %s}\n"
            .formatted(ground.url(), EmbeddedPostgresServer.USER));
    ground.sql("create table orders (payload text)", "insert into orders values ('{}'), (null)");
    return ground;
  }

  @Test
  void thePageShowsWhatIsTold() throws IOException {
    String text = Files.readString(PAGE);
    List<String> examples = EXAMPLE.matcher(text).results().map(result -> result.group(1)).toList();
    assertThat(examples).hasSize(2);
    Ground ground = warehouse();

    Report wrong = ground.checkAsWritten(examples.get(0));
    Report right = ground.checkAsWritten(examples.get(1));

    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(right.diagnostics()).isEmpty();
    assertThat(right.outcome()).isEqualTo(Outcome.PASSED);
    String told = DiagnosticRenderer.plain().render(wrong.diagnostics());
    Matcher shown = TOLD.matcher(text);
    assertThat(shown.find()).isTrue();
    if (Boolean.getBoolean("golden.update")) {
      String block = Matcher.quoteReplacement("```text\n" + told + "```\n");
      Files.writeString(PAGE, TOLD.matcher(text).replaceFirst(block));
    } else {
      assertThat(told).isEqualTo(shown.group(1));
    }
  }

  @Test
  void itIsFoundWhereverItStands() {
    Report report =
        warehouse()
            .checkAsWritten(
                """
            connection: warehouse
            table: orders
            define:
              json_like(x): x is json
            expect:
              - payload is not null where payload is not json
              - share(payload is json) > 50%
              - payload is json_like
            """);

    assertThat(report.diagnostics())
        .extracting(each -> each.code() + " " + each.message())
        .containsExactly(
            "E0602 `is json` is not available on postgresql",
            "E0602 `is json` is not available on postgresql",
            "E0602 `is json` is not available on postgresql");
    assertThat(report.diagnostics())
        .extracting(each -> each.file().text().substring(each.span().start(), each.span().end()))
        .containsExactly("payload is not json", "payload is json", "payload is json_like");
  }
}
