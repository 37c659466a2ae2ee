package dev.sluice.dsl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.DiagnosticRenderer;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.ConfigurationFile.ConnectionEntry;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("PGUSER", "me", "PGPASSWORD", "${PGUSER}: #'\"{", "DATA", "/data", "EMPTY", "");

  private static Optional<ConfigurationFile> read(String text, Diagnostics diagnostics) {
    return ConfigurationReader.read(
        new SourceFile("sluice.yml", text),
        name -> Optional.ofNullable(ENVIRONMENT.get(name)),
        diagnostics);
  }

  private static ConfigurationFile read(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<ConfigurationFile> configuration = read(text, diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    return configuration.orElseThrow();
  }

  private static String told(String text) {
    Diagnostics diagnostics = new Diagnostics();
    read(text, diagnostics);
    return DiagnosticRenderer.plain().render(diagnostics.all());
  }

  @Test
  void asInTheProduct() {
    ConfigurationFile configuration =
        read(
            """
            connections: {warehouse: {url: jdbc:postgresql://db/shop, user: ${PGUSER}, password: ${PGPASSWORD}}}
            tables: {airports: '${DATA}/airports.csv'}
            ledger: ${DATA}.sluice_ledger
            """);
    ConnectionEntry warehouse = configuration.connection("warehouse").orElseThrow();
    assertThat(warehouse.url().reveal()).isEqualTo("jdbc:postgresql://db/shop");
    assertThat(warehouse.user().map(Secret::reveal)).contains("me");
    assertThat(warehouse.password().map(Secret::reveal)).contains("${PGUSER}: #'\"{");
    assertThat(configuration.tables().get(0).target().value()).isEqualTo("/data/airports.csv");
    assertThat(configuration.tables().get(0).file()).isTrue();
    assertThat(configuration.ledger().map(Scalar::value)).contains("/data.sluice_ledger");
  }

  @Test
  void inBlocksWithPropertiesAndPlainAddresses() {
    ConfigurationFile configuration =
        read(
            """
            connections:
              lake: jdbc:duckdb:${DATA}/lake.duckdb
              shop:
                url: "jdbc:x:${EMPTY}"
                password: ''
                properties: {sslmode: require, sslkey: '${DATA}/key'}
            """);
    assertThat(configuration.connections().keySet()).containsExactly("lake", "shop");
    assertThat(configuration.connection("lake").orElseThrow().url().reveal())
        .isEqualTo("jdbc:duckdb:/data/lake.duckdb");
    ConnectionEntry shop = configuration.connection("shop").orElseThrow();
    assertThat(shop.url().reveal()).isEqualTo("jdbc:x:");
    assertThat(shop.password().map(Secret::reveal)).contains("");
    assertThat(shop.properties().get("sslkey")).isEqualTo(Secret.of("/data/key"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "connections:\n"})
  void nothing(String text) {
    assertThat(read(text).connections()).isEmpty();
  }

  @Test
  void faults() {
    assertThat(
            told(
                """
                connections:
                  a: {url: jdbc:x, user: ${NOBODY}, password: "${PG PASSWORD}"}
                  b: {user: me}
                  c: [x]
                store: here
                alert: {}
                conections: {}
                """))
        .isEqualTo(
            """
            error[E0004]: the environment variable `NOBODY` is not set
              --> sluice.yml:2:26
               |
             2 |   a: {url: jdbc:x, user: ${NOBODY}, password: ***** ***********
               |                          ^^^^^^^^^
               = help: set it, or write the value here

            error[E0105]: a connection needs the key `url`
              --> sluice.yml:3:7
               |
             3 |   b: {user: me}
               |       ^^^^
               = help: add `url: ...`

            error[E0104]: a connection is an address, or keys
              --> sluice.yml:4:3
               |
             4 |   c: [*]
               |   ^
               = help: such as `warehouse: {url: ..., user: ${PGUSER}}`

            error[E0206]: `store` is not available in this version
              --> sluice.yml:5:1
               |
             5 | store: here
               | ^^^^^
               = help: remove it

            error[E0102]: unknown key `alert`
              --> sluice.yml:6:1
               |
             6 | alert: {}
               | ^^^^^
               = help: did you mean `alerts`?

            error[E0102]: unknown key `conections`
              --> sluice.yml:7:1
               |
             7 | conections: {}
               | ^^^^^^^^^^
               = help: did you mean `connections`?
            """);
  }

  /** Whatever is wrong beside a secret, the secret is not shown. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "connections: {a: {url: x, pasword: hunter2}}",
        "connections: {a: {url: x, password: hunter2, password: hunter2}}",
        "connections: {a: {url: [x], password: hunter2}}",
        "connections:\n  a:\n    password: hunter2: hunter2\n",
        "connections:\n  a:\n    password: 'hunter2' hunter2\n",
        "connections:\n  a:\n    password: @hunter2\n",
        "connections:\n  a:\n    password: !hunter2 x\n",
        "connections:\n  a:\n    password: &hunter2 x\n",
        "connections:\n  a:\n    password: *hunter2\n",
        "connections:\n  a:\n    password: 'hunter2\n",
        "connections:\n  a:\n    password: \"hunter2\\q\"\n",
        "connections:\n  a:\n    properties: {keyword: hunter2, nested: {hunter: hunter2}, x: [hunter2]}\n",
        "connections: {a: 'jdbc:x://me:hunter2@db/x?${NONE}'}",
        "connections: {a: 'jdbc:x?password=hunter2', a: 'jdbc:x;password=hunter2'}",
      })
  void secretsAreNotShown(String text) {
    assertThat(told(text)).isNotEmpty().doesNotContain("hunter2");
  }

  @Test
  void secretsAreNotPrinted() {
    ConfigurationFile configuration =
        read("connections: {a: {url: 'jdbc:x?password=hunter2', password: hunter2}}");
    assertThat(configuration.toString() + configuration.file().text()).doesNotContain("hunter2");
  }
}
