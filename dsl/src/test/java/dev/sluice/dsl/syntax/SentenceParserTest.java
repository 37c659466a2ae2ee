package dev.sluice.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceParserTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u00a0"})
  void an_empty_line(String text) {
    Diagnostic told = Parsed.line(text).wrong();
    assertThat(told.code()).isEqualTo(Code.E0003);
    assertThat(told.message()).isEqualTo("an expectation is a sentence");
    assertThat(Parsed.of(text, SentenceParser::check).wrong().message())
        .isEqualTo("expected a check");
    assertThat(Parsed.of(text, SentenceParser::table).wrong().message())
        .isEqualTo("expected a table's name");
  }

  @Test
  void tables() {
    Path path = Parsed.of("staging.\"Odd.Name\".orders", SentenceParser::table).right();
    assertThat(path.parts())
        .extracting(Name::text)
        .containsExactly("staging", "Odd.Name", "orders");
    assertThat(path.parts()).extracting(Name::quoted).containsExactly(false, true, false);
    assertThat(Printer.path(path)).isEqualTo("staging.\"Odd.Name\".orders");
    assertThat(path.span()).isEqualTo(new Span(0, 25));
    assertThat(Parsed.of("a b", SentenceParser::table).wrong().message())
        .isEqualTo("`b` cannot follow `a`");
  }

  @Test
  void names() {
    assertThat(Parsed.of("größe", SentenceParser::name).right().text()).isEqualTo("größe");
    assertThat(Parsed.of("\"a \"\"b\"\"\"", SentenceParser::name).right().text())
        .isEqualTo("a \"b\"");
    assertThat(Parsed.of("a.b", SentenceParser::name).wrong().message())
        .isEqualTo("`.` cannot follow `a`");
    assertThat(Parsed.of("where", SentenceParser::name).wrong().message())
        .isEqualTo("`where` is a word of the language");
  }

  @Test
  void a_check_takes_no_clauses() {
    Node check = Parsed.of("a > 1 and b", SentenceParser::check).right();
    assertThat(Printer.check(check)).isEqualTo("a > 1 and b");
    Diagnostic told = Parsed.of("a > 1 where b", SentenceParser::check).wrong();
    assertThat(told.message()).isEqualTo("`where` cannot follow `1`");
    assertThat(told.help())
        .contains("this is a check alone: clauses belong to the lines of `expect`");
    assertThat(Parsed.of("true", SentenceParser::check).tree()).isPresent();
  }

  @Test
  void tolerances() {
    Line.Tolerance tolerance = Parsed.of("at most 10 rows", SentenceParser::tolerance).right();
    assertThat(tolerance).isEqualTo(new Line.Tolerance.AtMost(10, Line.Unit.ROWS, new Span(0, 15)));
    assertThat(Parsed.of("at most 10", SentenceParser::tolerance).wrong().code())
        .isEqualTo(Code.E0205);
    assertThat(Parsed.of("at least 99%", SentenceParser::tolerance).wrong().code())
        .isEqualTo(Code.E0205);
  }

  @Test
  void zones() {
    List<Line.Zone> zones = Parsed.of("warn, fail above 5.5%", SentenceParser::zones).right();
    assertThat(zones)
        .extracting(zone -> zone.action().getClass().getSimpleName())
        .containsExactly("Warn", "Fail");
    assertThat(zones.get(1).above())
        .contains(new Line.Threshold.Percent(new BigDecimal("5.5"), new Span(11, 21)));
    Diagnostic told = Parsed.of("fial", SentenceParser::zones).wrong();
    assertThat(told.help()).contains("did you mean `fail`?");
  }

  @Test
  void places_count_code_points() {
    Line line = Parsed.line("\"😀\" = '😀' and b > 1").right();
    Node.And and = (Node.And) line.check();
    assertThat(and.parts().get(0).span()).isEqualTo(new Span(0, 9));
    assertThat(and.parts().get(1).span()).isEqualTo(new Span(14, 19));
    assertThat(Parsed.line("'😀😀' >").wrong().span()).isEqualTo(new Span(6, 6));
  }

  @Test
  void places_are_turned_into_those_of_the_file() {
    SourceFile file = new SourceFile("orders.yml", "- \"a \\\" > 1\"");
    int[] offsets = {3, 4, 5, 7, 8, 9, 10, 11};
    Scalar scalar = new Scalar(file, "a \" > 1", new Span(2, 12), offsets);
    Diagnostics diagnostics = new Diagnostics();
    assertThat(SentenceParser.line(scalar, diagnostics)).isEmpty();
    assertThat(diagnostics.all().get(0).span()).isEqualTo(new Span(5, 11));
  }

  @Test
  void identity_leaves_out_how_it_is_judged() {
    String line = "A > 1 WHERE b per c for at least 99% else warn";
    assertThat(Printer.identity(Parsed.line(line).right())).isEqualTo("A > 1 where b per c");
  }

  @Test
  void brackets_leave_no_node_and_operators_know_their_place() {
    Line line = Parsed.line("(a + b) * c > 1").right();
    Node.Comparison comparison = (Node.Comparison) line.check();
    Node.Arithmetic product = (Node.Arithmetic) comparison.left();
    assertThat(product.operatorSpan()).isEqualTo(new Span(8, 9));
    assertThat(product.span()).isEqualTo(new Span(0, 11));
    assertThat(product.left().span()).isEqualTo(new Span(1, 6));
    assertThat(comparison.operatorSpan()).isEqualTo(new Span(12, 13));
  }

  @Test
  void bare_metrics_and_columns_of_their_name() {
    assertThat(comparedIn("row_count > 1")).isInstanceOf(Node.Call.class);
    assertThat(comparedIn("\"row_count\" > 1")).isInstanceOf(Node.Column.class);
    assertThat(comparedIn("row_count of t > 1"))
        .isInstanceOfSatisfying(
            Node.Call.class,
            call -> {
              assertThat(call.bare()).isTrue();
              assertThat(call.source().orElseThrow().table().text()).isEqualTo("t");
            });
    assertThat(comparedIn("crm.payments.amount > 1"))
        .isInstanceOfSatisfying(
            Node.Column.class,
            column -> {
              assertThat(column.table().orElseThrow().text()).isEqualTo("crm.payments");
              assertThat(column.name().text()).isEqualTo("amount");
            });
  }

  @Test
  void literals() {
    Node.NumberLiteral percent = (Node.NumberLiteral) rightIn("a > 5.0%");
    assertThat(percent.percent()).isTrue();
    assertThat(percent.value()).isEqualTo(new BigDecimal("5.0"));
    assertThat(percent.text()).isEqualTo("5.0%");
    Node.DurationLiteral duration = (Node.DurationLiteral) rightIn("a > 90 Minutes");
    assertThat(duration.unit()).isEqualTo(DurationUnit.MINUTE);
    assertThat(duration.amount()).isEqualTo(new BigDecimal("90"));
    assertThat(rightIn("a > -5")).isInstanceOf(Node.Negate.class);
    assertThat(((Node.TextLiteral) rightIn("a = 'it''s'")).value()).isEqualTo("it's");
    assertThat(((Node.Parameter) rightIn("a = $día")).name()).isEqualTo("día");
  }

  @Test
  void every_prefix_of_a_sentence_is_told_in_one_error_at_most() {
    String text =
        "not (a in s.t.(x, y) or avg(b where c) of (t where d) >= -2.5e1 % 3) and \"q\" like 'x'"
            + " escape '!' where e is date('y') per f, g except at most 1 row else quarantine keeping"
            + " first h, default i = 90 minutes above 5%";
    for (int end = 0; end <= text.length(); end++) {
      Parsed<Line> parsed = Parsed.line(text.substring(0, end));
      assertThat(parsed.tree().isPresent() ? 0 : 1).isEqualTo(parsed.diagnostics().size());
    }
  }

  @Test
  void every_two_tokens_are_told_in_one_error_at_most() {
    List<String> parts =
        Arrays.asList(
            ("a 1 5% 'x' \"q\" $p ( ) , . - * % < = and or not in is between like null true where"
                    + " per for else within of at most rows fail above keeping default ! ;")
                .split(" ", -1));
    for (String first : parts) {
      for (String second : parts) {
        Parsed<Line> parsed = Parsed.line("a > 1 " + first + " " + second);
        assertThat(parsed.diagnostics()).hasSize(parsed.tree().isPresent() ? 0 : 1);
        parsed.tree().ifPresent(SentenceParserTest::roundTrip);
      }
    }
  }

  private static void roundTrip(Line line) {
    String printed = Printer.line(line);
    assertThat(Shape.of(Parsed.line(printed).right())).isEqualTo(Shape.of(line));
  }

  private static Node comparedIn(String line) {
    return ((Node.Comparison) Parsed.line(line).right().check()).left();
  }

  private static Node rightIn(String line) {
    return ((Node.Comparison) Parsed.line(line).right().check()).right();
  }
}
