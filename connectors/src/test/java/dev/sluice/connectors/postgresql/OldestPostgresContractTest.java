package dev.sluice.connectors.postgresql;

/** The same on the oldest version that is supported. */
class OldestPostgresContractTest extends PostgresContractTest {

  @Override
  EmbeddedPostgresServer server() {
    return EmbeddedPostgresServer.oldest();
  }
}
