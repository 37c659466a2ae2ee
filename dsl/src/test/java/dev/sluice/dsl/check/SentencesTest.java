package dev.sluice.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.DiagnosticRenderer;
import dev.sluice.dsl.diagnostic.Diagnostics;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What sentences mean: {@code sentences.txt}; and what is told of wrong ones: {@code wrong.txt}.
 */
class SentencesTest {

  @Test
  void right() throws IOException {
    int count = Golden.compare("sentences.txt", text -> typed(text, ZoneOffset.UTC));
    assertThat(count).isGreaterThan(100);
  }

  @Test
  void a_zone_with_summer_time() throws IOException {
    Golden.compare("zone.txt", text -> typed(text, ZoneId.of("Europe/Paris")));
  }

  @Test
  void wrong() throws IOException {
    int count = Golden.compare("wrong.txt", text -> told(text, false));
    assertThat(count).isGreaterThan(80);
  }

  @Test
  void wrong_in_ensure() throws IOException {
    Golden.compare("wrong-ensure.txt", text -> told(text, true));
  }

  private static String typed(String text, ZoneId zone) {
    Diagnostics diagnostics = new Diagnostics();
    List<Checked> checked = Suites.line(text, false, zone, diagnostics);
    String warnings = indented(DiagnosticRenderer.plain().render(diagnostics.all()));
    return checked.isEmpty()
        ? "  REFUSED\n" + warnings
        : Shown.of((Expectation.Sentence) checked.get(0).expectation())
            + (warnings.isEmpty() ? "" : "\n" + warnings);
  }

  private static String told(String text, boolean ensure) {
    Diagnostics diagnostics = new Diagnostics();
    Suites.line(text, ensure, ZoneOffset.UTC, diagnostics);
    for (Diagnostic each : diagnostics.all()) {
      assertThat(each.message()).doesNotEndWith(".").matches("(?s)[^A-Z].*");
    }
    return diagnostics.hasErrors()
        ? indented(DiagnosticRenderer.plain().render(diagnostics.all()))
        : "  NOT REFUSED";
  }

  private static String indented(String text) {
    return text.isEmpty() ? "" : text.strip().indent(2).stripTrailing();
  }
}
