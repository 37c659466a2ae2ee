package dev.sluice.connectors.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.InvalidInput;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.suggest.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Suites drafted from planted data, held as files; {@code -Dgolden.update=true} writes them. */
final class DraftsTest {

  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "dev", "sluice", "connectors", "suggest");

  private static final String ORDERS =
      """
      create table orders as select
        1000 + i as order_id,
        case when i %% 500 = 7 then 7 else i end as invoice_no,
        i * 7 %% 400 + 1 as customer_id,
        case i %% 20 when 0 then 'cancelled' when 1 then 'it''s: #1'
          else case when i %% 3 = 0 then 'paid' else 'new' end end as status,
        case when i = 77 then 'EUR ' when i < 1990 then 'EUR' else 'USD' end as currency,
        cast(case when i %% 9 = 0 then null
          else (i * 37 %% 10000) / 100.0 end as decimal(10, 2)) as amount,
        case when i %% 200 = 3 then 'n/a'
          else concat('user', i %% 700, '@example.org') end as email,
        case when i %% 10 = 0 then null else concat('0c6ffcaf-6c9b-4ff5-8bc7-7e1ee000',
          cast(1000 + i %% 800 as varchar)) end as session,
        concat('0', cast(1000 + i * 13 %% 800 as varchar)) as zip,
        i %% 5 + 1 as rating,
        case i %% 3 when 0 then 200 when 1 then 404 else 500 end as code,
        i %% 300 - 40 as delta,
        cast(i %% 1000 as double precision) / 999 as share,
        i %% 2 = 0 as flag,
        cast(timestamp '2024-03-01 00:00:00' + i * interval '7 minutes' as timestamp) as placed_at,
        case when i %% 4 = 0 then null
          else cast(date '1931-07-02' + cast(i * 11 as integer) as date) end as born,
        case when i %% 50 = 1 then 'seldom' end as seldom,
        cast(null as varchar) as nothing,
        concat('note ', i * i) as "Note: #1",
        -i as "in"
      from generate_series(0, %d) as t(i)
      """;

  private static final String CLIENTS =
      "create table clients as " + series(450, "i as id, concat('client ', i) as name");

  @TempDir Path folder;

  private static void compare(String name, Draft draft) throws IOException {
    Path golden = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, draft.text());
    }
    assertThat(draft.text()).isEqualTo(Files.readString(golden));
  }

  private static String series(int rows, String columns) {
    return "select " + columns + " from generate_series(0, " + (rows - 1) + ") as t(i)";
  }

  @ParameterizedTest
  @EnumSource(Ground.Kind.class)
  void whatIsDraftedIsMetEverywhere(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table visits (id integer, status varchar(20), amount decimal(8, 2), born date,"
            + " share double precision)",
        "insert into visits values "
            + IntStream.range(0, 90)
                .mapToObj(
                    i ->
                        "(%d, '%s', %d.25, '2026-01-%02d', %s)"
                            .formatted(
                                i,
                                i % 3 == 0 ? "new" : "paid",
                                i,
                                i % 28 + 1,
                                i % 7 == 0 ? "null" : i))
                .collect(Collectors.joining(", ")));
    Draft draft = Drafts.ofTable(ground, "visits");
    Drafts.hold(ground, draft);
    assertThat(draft.text())
        .contains(
            "- " + ground.natural("id") + " is unique",
            "- " + ground.natural("status") + " in ('paid', 'new')");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_ANY,
      names = {"DUCKDB", "POSTGRESQL.*"})
  void theSameOnEveryDatabase(Ground.Kind kind) throws IOException {
    Ground ground = Ground.of(kind, folder);
    compare("orders.yml", orders(ground, 2_000));
  }

  /** Too many values to read all of them: what the first rows leave open is asked. */
  @ParameterizedTest
  @EnumSource(
      value = Ground.Kind.class,
      names = {"DUCKDB", "POSTGRESQL"})
  void theSameOfLargeTables(Ground.Kind kind) throws IOException {
    Ground ground = Ground.of(kind, folder);
    compare("orders-large.yml", orders(ground, 20_000));
  }

  private Draft orders(Ground ground, int rows) throws IOException {
    ground.sql(ORDERS.formatted(rows - 1), CLIENTS);
    ground.write(
        "sluice.yml",
        Files.readString(folder.resolve("sluice.yml")) + "tables:\n  customers: clients\n");
    Draft draft = Drafts.ofTable(ground, "orders");
    Drafts.hold(ground, draft);
    return draft;
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_ANY,
      names = {"DUCKDB", "POSTGRESQL.*"})
  void typesOfWhichLittleIsKnown(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql(
        "create table odd as "
            + series(
                40,
                "i as id, cast('{\"a\": 1}' as json) as document, cast('x' as bytea) as raw,"
                    + " interval '1 hour' as took, time '10:00:00' as daily,"
                    + " case when i = 3 then cast('NaN' as double precision) else i end as odd,"
                    + " case when i = 3 then cast('Infinity' as double precision) else i end as far"));
    Draft draft = Drafts.ofTable(ground, "odd");
    Drafts.hold(ground, draft);
    assertThat(draft.text())
        .contains(
            "- document is not null",
            "- raw is not null",
            "- took is not null",
            "- daily is not null",
            "- id is unique",
            "    document: json\n    raw: binary\n    took: any\n    daily: time\n")
        .doesNotContain("odd between", "far between");
  }

  @Test
  void momentsBeyondTheCalendar() {
    Ground ground = Ground.of(Ground.Kind.POSTGRESQL, folder);
    ground.sql(
        "create table far as "
            + series(
                40,
                "case when i = 3 then date 'infinity' else date '2024-01-01' + i end as never,"
                    + " case when i = 3 then date '0044-03-15 BC' else date '2024-01-01' end as ides,"
                    + " case when i = 3 then timestamp '-infinity' else now() end as always,"
                    + " timestamptz '2024-01-01 00:00:00+00' - i * interval '1 hour' as seen"));
    Draft draft = Drafts.ofTable(ground, "far");
    Drafts.hold(ground, draft);
    assertThat(draft.text())
        .contains("- never is not null", "seen between 2023-01-01 and now()")
        .doesNotContain("never between", "never >=", "ides >=", "always >=");
  }

  @Test
  void compositeKeysOfTheCatalogue() {
    Ground ground = Ground.of(Ground.Kind.POSTGRESQL, folder);
    ground.sql(
        "create type mood as enum ('sad', 'ok')",
        "create table lines (\"Order\" integer, pos integer, mood mood, code char(3),"
            + " primary key (\"Order\", pos))",
        "insert into lines "
            + series(
                60,
                "i / 3, i % 3, (array['sad', 'ok'])[i % 2 + 1]::mood, (array['ab', 'abc'])[i % 2 + 1]"));
    Draft draft = Drafts.ofTable(ground, "lines");
    Drafts.hold(ground, draft);
    assertThat(draft.text())
        .contains(
            "- (Order, pos) is unique  # 60 different keys",
            "mood in ('ok', 'sad')",
            "code in ('ab', 'abc')");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 9, 10, 19})
  void fewRowsSayLittle(int rows) {
    Ground ground = Ground.of(Ground.Kind.DUCKDB, folder);
    ground.sql(
        "create table few as " + series(rows, "i as id, 'EUR' as currency, null::varchar as gone"));
    Draft draft = Drafts.ofTable(ground, "few");
    Drafts.hold(ground, draft);
    assertThat(draft.text()).doesNotContain("currency =", "currency in");
    assertThat(draft.lines()).isEqualTo(rows == 0 ? 1 : rows < 10 ? 2 : 6);
    assertThat(draft.text().contains("id is unique")).isEqualTo(rows >= 10);
  }

  @Test
  void wideTables() {
    Ground ground = Ground.of(Ground.Kind.DUCKDB, folder);
    String columns =
        IntStream.range(0, 500)
            .mapToObj(each -> (each % 2 == 0 ? "i + " + each : "'x' || i % 3") + " as c" + each)
            .collect(Collectors.joining(", "));
    ground.sql("create table wide as " + series(60, columns));
    Draft draft = Drafts.ofTable(ground, "wide");
    assertThat(draft.text())
        .contains("- c498 is unique", "- c499 in ('x0', 'x1', 'x2')  # in 20 + 20 + 20 rows\n");
    assertThat(draft.lines()).isEqualTo(2 + 500 * 2);
  }

  @Test
  void filesWithReferencesAndOddNames() throws IOException {
    Ground ground = Ground.of(Ground.Kind.DUCKDB, folder);
    StringBuilder orders = new StringBuilder("id,\"Paid, by: \"\"whom\"\" #1\",Land,iata\n");
    List<String> payers =
        List.of("\"it's: a #1, \"\"x\"\"\"", "M\u00fcller", "- \u65e5\u4ed8", "null");
    for (int row = 0; row < 60; row++) {
      orders
          .append(row)
          .append(',')
          .append(payers.get(row % 4))
          .append(",USA,A")
          .append((char) ('A' + row % 20))
          .append("X\n");
    }
    StringBuilder airports = new StringBuilder("code,name\n");
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      airports.append('A').append(letter).append("X,airport ").append(letter).append('\n');
    }
    Files.createDirectories(folder.resolve("in"));
    ground.write("in/orders 1.csv", orders.toString());
    ground.write("in/air.csv", airports.toString());
    Draft draft =
        Drafts.ofFile(
            folder, "in/orders 1.csv", Map.of("airports", "in/air.csv", "no", "in/air.csv"));
    compare("files.yml", draft);
    Drafts.hold(ground, draft);
    Draft named = Drafts.ofFile(folder, "airports", Map.of("airports", "in/air.csv"));
    assertThat(named.text()).contains("\ntable: airports\ntables:\n  airports: in/air.csv\n");
    Drafts.hold(ground, named);
  }

  @Test
  void pathsAreRelativeToTheSuite() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.createDirectories(folder.resolve("suites"));
    Files.writeString(folder.resolve("in/a.csv"), "x\n1\n");
    assertThat(Drafts.draft(folder, folder.resolve("suites"), "in/a.csv", Optional.empty()).text())
        .contains("\ntable: ../in/a.csv\n");
    Ground ground = Ground.of(Ground.Kind.DUCKDB, folder);
    ground.sql("create table a as select 1 as x");
    assertThat(
            Drafts.draft(folder, folder.resolve("suites"), "a", Optional.of("jdbc:duckdb:test.db"))
                .text())
        .contains("\nconnection: jdbc:duckdb:" + folder.toRealPath().resolve("test.db") + "\n");
    assertThat(Drafts.draft(folder, folder, "a", Optional.of("jdbc:duckdb:test.db")).text())
        .contains("\nconnection: jdbc:duckdb:test.db\n");
  }

  @Test
  void secretsAreNotWrittenDown() {
    Ground ground = Ground.of(Ground.Kind.POSTGRESQL, folder);
    ground.sql("create table a as select 1 as x");
    String text =
        Drafts.draft(
                folder,
                folder,
                "a",
                Optional.of(ground.url() + "?user=" + ground.user() + "&password=tiger"))
            .text();
    assertThat(text).doesNotContain("tiger", "\nconnection:").contains("# connection: ");
  }

  @ParameterizedTest
  @EnumSource(Ground.Kind.class)
  void unknownNamesAreToldWithWhatIsMeant(Ground.Kind kind) {
    Ground ground = Ground.of(kind, folder);
    ground.sql("create table orders as select 1 as x");
    assertThat(refusal("order"))
        .containsExactly(
            "E0402 no table `order`: did you mean `" + ground.natural("orders") + "`?");
  }

  @Test
  void filesAndSuitesAreToldApart() throws IOException {
    Files.writeString(folder.resolve("orders.csv"), "x\n1\n");
    assertThat(refusal("order.csv"))
        .containsExactly("E0402 the file `order.csv` is not there: did you mean `orders.csv`?");
    assertThat(refusal("orders.yml").get(0)).startsWith("E0002 `orders.yml` is a suite");
    assertThat(refusal(".").get(0)).startsWith("E0002 `.` is a folder");
  }

  private List<String> refusal(String target) {
    boolean stored = !target.contains(".");
    try {
      Drafts.draft(folder, folder, target, stored ? Optional.of("here") : Optional.empty());
    } catch (InvalidInput invalid) {
      return invalid.diagnostics().stream().map(DraftsTest::told).toList();
    }
    return List.of();
  }

  private static String told(Diagnostic diagnostic) {
    return diagnostic.code()
        + " "
        + diagnostic.message()
        + diagnostic.help().map(each -> ": " + each).orElse("");
  }

  @Test
  void databasesThatAreNotThere() {
    assertThatThrownBy(
            () ->
                Drafts.draft(
                    folder,
                    folder,
                    "orders",
                    Optional.of("jdbc:postgresql://127.0.0.1:1/shop?connectTimeout=2")))
        .isInstanceOf(DatabaseFailure.class);
  }
}
