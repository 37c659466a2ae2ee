package dev.sluice.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnLineTest {

  /** Written, as a full sentence, and as it is printed within the block. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "is not null | amount is not null | is not null",
        "IS UNIQUE else quarantine keeping latest ts | amount is unique else quarantine keeping latest ts | is unique else quarantine keeping latest ts",
        "> 0 | amount > 0 | value > 0",
        "= 5 within 5% | amount = 5 within 5% | value = 5 within 5%",
        "in ('a', 'b') for at least 99% | amount in ('a', 'b') for at least 99% | in ('a', 'b') for at least 99%",
        "in t.id | amount in t.id | in t.id",
        "not in (1, 2) | amount not in (1, 2) | not in (1, 2)",
        "not in t.id | amount not in t.id | not in t.id",
        "between 1 and 2 | amount between 1 and 2 | between 1 and 2",
        "not between 1 and 2 | amount not between 1 and 2 | not between 1 and 2",
        "matches 'a+' | amount matches 'a+' | matches 'a+'",
        "not like 'x' | amount not like 'x' | not like 'x'",
        "value > 0 | amount > 0 | value > 0",
        "Value <= now() | amount <= now() | value <= now()",
        "abs(value) < 5 | abs(amount) < 5 | abs(value) < 5",
        "value + 1 > 0 | amount + 1 > 0 | value + 1 > 0",
        "avg(value) > 5 per country | avg(amount) > 5 per country | avg(value) > 5 per country",
        "other > value | other > amount | other > value",
        "> 0 and < 5 | amount > 0 and amount < 5 | value > 0 and value < 5",
        "is null or > 0 | amount is null or amount > 0 | value is null or value > 0",
        "not > 5 | not amount > 5 | not value > 5",
        "not is blank | not amount is blank | not value is blank",
        "> 0 where value < 9 per value else default value = 1 | amount > 0 where amount < 9 per amount else default amount = 1 | value > 0 where value < 9 per value else default value = 1",
        "`value` > 1 | `value` > 1 | `value` > 1"
      })
  void a_test_is_about_the_subject(String written, String full, String block) {
    String text = quoted(written);
    Line line = Parsed.columnLine(text, "amount").right();
    assertThat(Printer.line(line)).isEqualTo(quoted(full));
    Name subject = new Name("amount", false, new Span(0, 0));
    String printed = Printer.columnLine(line, subject);
    assertThat(printed).isEqualTo(quoted(block));
    Line again = Parsed.columnLine(printed, "amount").right();
    assertThat(Shape.of(again)).isEqualTo(Shape.of(line));
  }

  @Test
  void a_subject_is_a_column_whatever_its_name() {
    Line metric = Parsed.columnLine("value > 1 and is not null", "row_count").right();
    assertThat(Printer.line(metric)).isEqualTo("\"row_count\" > 1 and \"row_count\" is not null");
    Line reserved = Parsed.columnLine("> 1", "order").right();
    assertThat(Printer.line(reserved)).isEqualTo("order > 1");
    Line odd = Parsed.columnLine("> 1", "order id").right();
    assertThat(Printer.line(odd)).isEqualTo("\"order id\" > 1");
  }

  @Test
  void places_stay_those_of_the_text() {
    Line line = Parsed.columnLine("> 0 and value < 5", "amount").right();
    Node.And and = (Node.And) line.check();
    assertThat(((Node.Comparison) and.parts().get(0)).left().span()).isEqualTo(new Span(0, 1));
    assertThat(((Node.Comparison) and.parts().get(1)).left().span()).isEqualTo(new Span(8, 13));
  }

  private static String quoted(String text) {
    return text.replace('`', '"');
  }
}
