package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.connectors.gate.Ground;
import dev.sluice.engine.report.Outcome;
import dev.sluice.engine.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rights that SECURITY.md grants are enough, and no more are needed. */
final class RolesTest {

  private static final Pattern BLOCK = Pattern.compile("(?s)```sql\n(.*?)```");

  @TempDir private Path folder;

  private static List<String> grants() throws IOException {
    String root = System.getProperty("sluice.root", "..");
    String page = Files.readString(Path.of(root, "SECURITY.md"));
    List<String> statements = new ArrayList<>();
    for (Matcher block = BLOCK.matcher(page); block.find(); ) {
      statements.add(block.group(1));
    }
    return statements;
  }

  private void as(Ground ground, String role) {
    ground.write(
        "sluice.yml", "connections: {here: {url: '" + ground.url() + "', user: " + role + "}}\n");
  }

  @Test
  void anAuditorReadsAndAPublisherPublishes() throws IOException {
    Ground ground = Ground.of(Ground.Kind.POSTGRESQL, folder);
    String database = ground.url().replaceFirst(".*/", "");
    ground.sql(
        "drop role if exists auditor",
        "drop role if exists publisher",
        "create schema staging",
        "create schema analytics",
        "create table staging.orders (id integer, amount integer)",
        "insert into staging.orders values (1, 5), (2, -5)");
    assertThat(grants()).isNotEmpty();
    grants().forEach(each -> ground.sql(each.replace("shop", database)));
    String lines = "table: staging.orders\nexpect: [amount > 0 else quarantine]\n";
    String publish = "publish: {into: analytics.orders}\nbatch: one\nensure: [row_count = 1]\n";

    as(ground, "auditor");
    assertThat(ground.check(lines).exitCode()).isZero();
    Report refused = ground.gate(lines + publish);
    assertThat(refused.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(refused.suites().get(0).message()).contains("read-only transaction");
    assertThatThrownBy(
            () -> ground.sql("set role auditor", "insert into staging.orders values (3, 3)"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> ground.sql("set role auditor", "create table analytics.made (id integer)"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> ground.sql("set role publisher", "delete from staging.orders"))
        .hasMessageContaining("permission denied");

    as(ground, "publisher");
    Report published = ground.gate(lines + publish);
    assertThat(published.outcome()).as(published.toString()).isEqualTo(Outcome.PUBLISHED);
    assertThat(ground.rows("select id from analytics.orders")).containsExactly("1");

    as(ground, "auditor");
    assertThat(
            ground
                .check(
                    "table: analytics.orders\nexpect: [row_count = 1, id in staging.orders.id]\n")
                .exitCode())
        .isZero();
    ground.sql(
        "drop owned by auditor",
        "drop owned by publisher",
        "drop role auditor",
        "drop role publisher");
  }
}
