package dev.sluice.dsl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.SuiteFile.LineEntry;
import dev.sluice.dsl.yaml.SuiteFile.TableEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Suites that are right, and what is read of them. */
class SuiteReaderTest {

  private static SuiteFile read(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<SuiteFile> suite = SuiteReader.read(new SourceFile("s.yml", text), diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    return suite.orElseThrow();
  }

  private static List<String> values(List<Scalar> scalars) {
    return scalars.stream().map(Scalar::value).toList();
  }

  private static Optional<String> value(Optional<Scalar> scalar) {
    return scalar.map(Scalar::value);
  }

  private static List<String> sentences(List<LineEntry> lines) {
    return lines.stream().map(each -> each.sentence().value()).toList();
  }

  @Test
  void everyKey() {
    SuiteFile suite =
        read(
            """
            suite: orders        # a comment
            connection: warehouse
            table: staging.orders
            tables: {airports: airports.csv, orders: {file: 'in/*.csv', types: {zip: text}, delimiter: ';', header: true}, crm_customers: other.customers}
            where: load_date = $load_date
            params:
              load_date: {type: date, default: 2026-01-31}
              flag: {type: text, default: NO}
              code: {default: 010}
              blank: {default: ''}
            expect:
              - order_id is not null else quarantine
              - known_customer: customer_id in crm.customers.id
              - expect: share(email is null) < 5%   # the long form
                name: email_filled
                because: marketing cannot reach customers without an address
                tags: [crm, mail]
                owner: growth
            columns:
              order_id, customer_id: [is not null]
              "order id": [is unique, value > 0]
              /_at$/: [value <= now()]
              '/a{1,2}\\/b/, "a, ""b\""", c': is not null
            define:
              paid: status in ('paid', 'shipped')
              valid_email( x ): x matches '[^@]+@[^@]+'
              near(a, b): abs(a - b) < 1
            schema:
              columns:
                order_id: bigint not null
                amount: decimal(12, 2)
              extra: forbid
              order: strict
              forbidden: [ssn]
            sql:
              - name: no_ghost_refunds
                query: select r.* from refunds r
                except: at most 10 rows
                else: warn
                because: money
                tags: refunds
            publish:
              into: analytics.orders
              mode: replace
              slice: load_date = $load_date
            ensure:
              - order_id is unique
            quarantine: analytics.orders_quarantine
            repairs: analytics.orders_repairs
            batch: $load_date
            allow_empty: true
            policy: warn
            samples: 0
            sensitive: [email]
            budget: {scans: 4, rows: 1000000000000}
            zone: Europe/Berlin
            timeout: 10 minutes
            owner: growth
            tags: [daily]
            description: |
              What this is for.
            """);
    assertThat(value(suite.suite())).contains("orders");
    assertThat(value(suite.connection())).contains("warehouse");
    assertThat(suite.table().value()).isEqualTo("staging.orders");
    assertThat(value(suite.where())).contains("load_date = $load_date");
    assertThat(suite.params().stream().map(each -> value(each.fallback()).orElse("?")))
        .containsExactly("2026-01-31", "NO", "010", "");
    assertThat(sentences(suite.expect()))
        .containsExactly(
            "order_id is not null else quarantine",
            "customer_id in crm.customers.id",
            "share(email is null) < 5%");
    assertThat(suite.expect().stream().map(each -> value(each.name()).orElse("")))
        .containsExactly("", "known_customer", "email_filled");
    LineEntry longForm = suite.expect().get(2);
    assertThat(value(longForm.because()).orElseThrow()).startsWith("marketing");
    assertThat(values(longForm.tags())).containsExactly("crm", "mail");
    assertThat(value(longForm.owner())).contains("growth");
    assertThat(
            suite.columns().stream()
                .flatMap(each -> each.subjects().stream())
                .map(
                    each ->
                        each.text()
                            + (each.pattern() ? " pattern" : each.quoted() ? " quoted" : "")))
        .containsExactly(
            "order_id",
            "customer_id",
            "order id quoted",
            "_at$ pattern",
            "a{1,2}/b pattern",
            "a, \"b\" quoted",
            "c");
    assertThat(sentences(suite.columns().get(1).lines())).containsExactly("is unique", "value > 0");
    assertThat(suite.define().stream().map(each -> each.name() + each.arguments()))
        .containsExactly("paid[]", "valid_email[x]", "near[a, b]");
    assertThat(suite.schema().orElseThrow().columns().stream().map(each -> each.value().value()))
        .containsExactly("bigint not null", "decimal(12, 2)");
    assertThat(suite.schema().orElseThrow().extraForbidden()).isTrue();
    assertThat(suite.schema().orElseThrow().orderStrict()).isTrue();
    assertThat(values(suite.schema().orElseThrow().forbidden())).containsExactly("ssn");
    assertThat(suite.sql().get(0).query().value()).isEqualTo("select r.* from refunds r");
    assertThat(value(suite.sql().get(0).except())).contains("at most 10 rows");
    assertThat(value(suite.sql().get(0).otherwise())).contains("warn");
    assertThat(values(suite.sql().get(0).tags())).containsExactly("refunds");
    assertThat(value(suite.publish().orElseThrow().slice())).contains("load_date = $load_date");
    assertThat(sentences(suite.ensure())).containsExactly("order_id is unique");
    assertThat(value(suite.quarantine())).contains("analytics.orders_quarantine");
    assertThat(value(suite.repairs())).contains("analytics.orders_repairs");
    assertThat(value(suite.batch())).contains("$load_date");
    assertThat(suite.allowEmpty()).isTrue();
    assertThat(value(suite.policy())).contains("warn");
    assertThat(suite.samples()).isZero();
    assertThat(values(suite.sensitive())).containsExactly("email");
    assertThat(suite.budget().orElseThrow().scans()).contains(4L);
    assertThat(suite.budget().orElseThrow().rows()).contains(1_000_000_000_000L);
    assertThat(value(suite.zone())).contains("Europe/Berlin");
    assertThat(value(suite.timeout())).contains("10 minutes");
    assertThat(values(suite.tags())).containsExactly("daily");
    assertThat(value(suite.description())).contains("What this is for.\n");
  }

  @Test
  void tables() {
    List<TableEntry> tables =
        read("""
                table: orders
                tables:
                  airports: data/Airports.CSV.gz
                  orders: {file: 'in/*', types: {zip: text}, delimiter: ';', header: false}
                  customers: other.customers
                expect: [a is unique]
                """)
            .tables();
    assertThat(tables.stream().map(TableEntry::file)).containsExactly(true, true, false);
    assertThat(tables.get(1).types().get(0).value().value()).isEqualTo("text");
    assertThat(value(tables.get(1).delimiter())).contains(";");
    assertThat(tables.get(1).header()).contains(false);
    assertThat(tables.get(2).target().value()).isEqualTo("other.customers");
  }

  @Test
  void whatIsNotSaidHasItsDefault() {
    SuiteFile suite = read("table: t\nexpect: [a is unique]\n");
    assertThat(suite.samples()).isEqualTo(5);
    assertThat(suite.allowEmpty()).isFalse();
    assertThat(suite.publish()).isEmpty();
    assertThat(suite.policy()).isEmpty();
  }

  @Test
  void mergeByKey() {
    SuiteFile list =
        read("table: t\nexpect: [a > 0]\npublish: {into: x, mode: merge, key: [a, b]}\n");
    SuiteFile text =
        read("table: t\nexpect: [a > 0]\npublish:\n  into: x\n  mode: merge\n  key: a, b\n");
    assertThat(values(list.publish().orElseThrow().key())).containsExactly("a", "b");
    assertThat(values(text.publish().orElseThrow().key())).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "expect: [a is unique]",
        "expect: a is unique",
        "columns: {a: [is unique]}",
        "schema: {columns: {a: any}}",
        "schema: {forbidden: [ssn]}",
        "sql: [{name: q, query: select 1}]",
        "ensure: [a is unique]",
      })
  void oneExpectationIsEnough(String key) {
    assertThat(read("table: t\n" + key + "\n").table().value()).isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount between 0 and 100000 else default 0, fail above 1%",
        "email matches '[^@]+@[^@]+' where country != 'XX' except at most 10 rows else warn",
        "(a, b) in t.(x, y)",
        "time = '12:30:00' and x::y != 'a:b'",
        "note != 'a#1' and b != '#'",
        "x like '%a%' and y != '&k' and z != '*'",
        "a[1] = '{x}' and c > 0, fail above 1%",
        "a > 0 # it's a comment",
      })
  void linesThatNeedNoQuotes(String line) {
    String written = line.replaceAll(" # .*", "");
    assertThat(sentences(read("table: t\nexpect:\n  - " + line + "\n").expect()))
        .containsExactly(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a != '('", "a != ')(' and lower(b) != '('", "abs(a) > 0"})
  void linesThatNeedNoQuotesInBrackets(String line) {
    SuiteFile suite = read("table: t\nexpect: [" + line + ", x > 0]\n");
    assertThat(sentences(suite.expect())).containsExactly(line, "x > 0");
  }

  @Test
  void aFaultLeavesTheRest() {
    Diagnostics diagnostics = new Diagnostics();
    SuiteFile suite =
        SuiteReader.read(
                new SourceFile("s.yml", "table: t\nexpect:\n  - 'a' = b\n  - !x\n  - c > 0\n"),
                diagnostics)
            .orElseThrow();
    assertThat(diagnostics.all()).hasSize(2);
    assertThat(sentences(suite.expect())).containsExactly("c > 0");
  }
}
