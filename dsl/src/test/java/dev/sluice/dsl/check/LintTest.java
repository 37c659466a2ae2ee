package dev.sluice.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Diagnostics;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is right with tables is not refused without them. */
class LintTest {

  @Test
  void right_sentences_are_right_without_tables() throws IOException {
    List<String> sentences = Golden.inputs("sentences.txt");
    assertThat(sentences)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            text -> {
              Diagnostics diagnostics = new Diagnostics();
              Suites.lint(text, diagnostics);
              assertThat(diagnostics.hasErrors()).as(text + diagnostics.all()).isFalse();
            });
  }

  @Test
  void what_is_calculated_is_no_statement_whatever_its_columns_hold() {
    Diagnostics diagnostics = new Diagnostics();
    Suites.lint("id + 1", diagnostics);
    assertThat(diagnostics.all())
        .extracting(each -> each.code() + " " + each.message() + ", " + each.caretText())
        .containsExactly(
            "E0508 `id + 1` is a value, not something that is true or false, this is calculated");
  }
}
