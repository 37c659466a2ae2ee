package dev.sluice.connectors.fault;

import dev.sluice.connectors.postgresql.EmbeddedPostgresServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A PostgreSQL that may be killed and started again on the same data. It confirms commits before
 * they are written, as servers that are meant to be fast do: who wants to keep one asks for it.
 */
final class OwnPostgres implements AutoCloseable {

  private final Path data;
  private final int port;
  private EmbeddedPostgres server;

  OwnPostgres(Path data) throws IOException {
    this.data = data;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    this.server = start();
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("synchronous_commit", "off")
        .setServerConfig("max_connections", "50")
        .setLocaleConfig("locale", "C.UTF-8")
        .setLocaleConfig("encoding", "UTF8")
        .start();
  }

  int port() {
    return port;
  }

  String url(int throughPort) {
    return "jdbc:postgresql://127.0.0.1:" + throughPort + "/postgres";
  }

  String user() {
    return EmbeddedPostgresServer.USER;
  }

  /** Ends every process of the server, without a word. */
  void kill() throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElseThrow();
    List<ProcessHandle> all = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .join();
    postmaster.onExit().join();
  }

  /** Starts it again after a kill; it recovers by itself. */
  void restart() throws IOException {
    try {
      server.close();
    } catch (IOException wasKilled) {
      // there is nothing to stop
    }
    server = start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
