package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.run.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password that is given in any way is in nothing that a run leaves behind. */
class CanaryTest {

  private static final String CANARY = "c4n,ry)p}w";
  private static final String ENCODED = "c4n%2Cry)p}w";

  /** What is looked for: the password, and the part of it behind its odd signs. */
  private static final List<String> FORMS = List.of(CANARY, ENCODED, "c4n", "ry)p");

  @TempDir private Path directory = Path.of("");

  private final List<String> logged = new ArrayList<>();
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(log);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(log);
  }

  private record Ended(int exitCode, String told) {}

  private Ended run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, UTF_8);
    Surroundings surroundings =
        new Surroundings(stream, stream, false, false, 100, Map.of("CANARY", CANARY), directory);
    int exitCode = Sluice.run(surroundings, new RealEngine(new Interruption()), List.of(arguments));
    return new Ended(exitCode, bytes.toString(UTF_8));
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  /** Runs every command, in every format, and looks through all that was printed and written. */
  private void everything(int exitCode, String... connection) throws IOException {
    List<List<String>> commands =
        List.of(
            List.of("check", "suite.yml", "--save", "a.json", "--save", "a.xml", "--save", "a.txt"),
            List.of("check", "suite.yml", "--format", "json"),
            List.of("gate", "suite.yml", "--format", "junit", "--verbose"),
            List.of("explain", "suite.yml", "--verbose"),
            List.of("lint", "suite.yml"),
            List.of("lint", "suite.yml", "--offline"));
    for (List<String> command : commands) {
      List<String> arguments = new ArrayList<>(command);
      boolean online = !command.contains("--offline");
      if (online) {
        arguments.addAll(List.of(connection));
      }
      Ended ended = run(arguments.toArray(String[]::new));
      silent(
          arguments + "\n" + ended.told().replace(String.join(" ", connection), ""), ended.told());
      if (!command.get(0).equals("lint")) {
        assertThat(ended.exitCode()).as(ended.told()).isEqualTo(exitCode);
      }
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path each : files.filter(this::written).toList()) {
        silent(each.toString(), Files.readString(each));
      }
    }
    silent("log", String.join("\n", logged));
  }

  private boolean written(Path path) {
    return path.getFileName().toString().startsWith("a.");
  }

  private static void silent(String what, String text) {
    for (String form : FORMS) {
      assertThat(text).as(what).doesNotContain(form);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{url: 'jdbc:postgresql://127.0.0.1:1/x', user: me, password: 'c4n,ry)p}w'}",
        "{url: 'jdbc:postgresql://127.0.0.1:1/x', user: me, password: '${CANARY}'}",
        "{url: 'jdbc:postgresql://127.0.0.1:1/x?user=me&password=c4n%2Cry)p}w'}",
        "{url: 'jdbc:postgresql://127.0.0.1:1/x?user=me&password=${CANARY}'}",
        "'jdbc:postgresql://127.0.0.1:1/x?user=me&password=${CANARY}'",
        "{url: 'jdbc:postgresql://127.0.0.1:1/x', properties: {sslpassword: '${CANARY}'}}",
      })
  void inTheConfiguration(String connection) throws IOException {
    file("sluice.yml", "connections:\n  warehouse: " + connection + "\n");
    file("suite.yml", "table: t\nconnection: warehouse\nexpect: [row_count > 0]\n");
    everything(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "warehouse: {url: 'jdbc:postgresql://me:c4n,ry)p}w@127.0.0.1/x'}",
        "warehouse: {url: 'jdbc:postgresql://127.0.0.1?password=c4n,ry)p}w'}",
        "warehouse: {url: 'jdbc:postgresql://127.0.0.1/x?password=a&c4n,ry)p}w'}",
        "warehouse: {url: 'jdbc:postgresql://127.0.0.1/x?password=a&c4n'}",
        "warehouse: {url: 'jdbc:postgresql://127.0.0.1/x?pass%77ord=c4n,ry)p}w'}",
        "warehouse: {url: 'jdbc:postgresql://127.0.0.1/x?password=%zz${CANARY}'}",
        "warehouse: {url: 'jdbc:nowhere://h/x?password=${CANARY}'}",
        "warehouse: {url: 'jdbc:postgresql://h/x', properties: {loggerFile: '${CANARY}'}}",
        "warehouse: {url: jdbc:postgresql://h/x, pasword: 'c4n,ry)p}w'}",
        "warehouse: {url: jdbc:postgresql://h/x, password: ['c4n,ry)p}w']}",
        "warehouse: {url: jdbc:postgresql://h/x, password: 'c4n,ry)p}w'",
        "warehouse:\n    url: jdbc:postgresql://h/x\n   password: c4n,ry)p}w",
        "warehouse: {password: 'c4n,ry)p}w'}",
      })
  void inAConfigurationThatIsWrong(String connections) throws IOException {
    file("sluice.yml", "connections:\n  " + connections + "\n");
    file("suite.yml", "table: t\nconnection: warehouse\nexpect: [row_count > 0]\n");
    everything(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connection: 'jdbc:postgresql://127.0.0.1:1/x?user=me&password=c4n,ry)p}w'",
        "connection: 'jdbc:postgresql://me:c4n,ry)p}w@127.0.0.1:1/x'",
        "connection: 'jdbc:postgresql://127.0.0.1:1/x?pass%77ord=c4n,ry)p}w'",
        "connection: 'JDBC:postgresql://127.0.0.1:1/x?password=c4n,ry)p}w'",
        "connection: {url: jdbc:postgresql://h/x, password: 'c4n,ry)p}w'}",
        "connection:\n  url: jdbc:postgresql://h/x\n  password: 'c4n,ry)p}w'",
        "connections: {a: {url: jdbc:postgresql://h/x, password: 'c4n,ry)p}w'}}",
        "password: 'c4n,ry)p}w'",
        "tables: {a: 'https://me:c4n,ry)p}w@example.org/x.csv'}",
        "load: 'https://me:c4n,ry)p}w@example.org/x.sql'",
        "publish: {into: 'jdbc:postgresql://h/x?password=c4n,ry)p}w'}",
      })
  void inASuiteItIsRefused(String key) throws IOException {
    file("suite.yml", "table: t\n" + key + "\nexpect: [row_count > 0]\n");
    everything(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | jdbc:postgresql://127.0.0.1:1/x?user=me&password=c4n%2Cry)p}w",
        "2 | jdbc:postgresql://me:c4n%2Cry)p}w@127.0.0.1:1/x",
        "2 | jdbc:postgresql://127.0.0.1?password=c4n%2Cry)p}w",
        "2 | jdbc:postgresql://127.0.0.1:1/x?pass%77ord=c4n%2Cry)p}w",
        "2 | jdbc:nowhere://h/x?password=c4n%2Cry)p}w",
        "2 | JDBC:POSTGRESQL://h/x?password=c4n%2Cry)p}w",
      })
  void onTheCommandLine(int exitCode, String url) throws IOException {
    file("suite.yml", "table: t\nexpect: [row_count > 0]\n");
    everything(exitCode, "--connection", url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c4n,ry)p}w", "c4n"})
  void inTheWordsOfTheServer(String password) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread talking = new Thread(() -> talk(server));
      talking.setDaemon(true);
      talking.start();
      file(
          "sluice.yml",
          "connections: {warehouse: {url: 'jdbc:postgresql://127.0.0.1:"
              + server.getLocalPort()
              + "/x?sslmode=disable&gssEncMode=disable', user: me, password: '"
              + password
              + "'}}\n");
      file("suite.yml", "table: t\nconnection: warehouse\nexpect: [row_count > 0]\n");
      Ended ended = run("check", "suite.yml");
      assertThat(ended.told()).contains("what kind of password is *** then");
      everything(3);
    }
  }

  /** A server that asks for the password in plain text, and then repeats it. */
  private static void talk(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        in.readNBytes(in.readInt() - 4);
        out.write('R');
        out.writeInt(8);
        out.writeInt(3);
        in.readByte();
        byte[] answer = in.readNBytes(in.readInt() - 4);
        String password = new String(answer, 0, answer.length - 1, UTF_8);
        byte[] words =
            ("SFATAL\0VFATAL\0C28P01\0Mwhat kind of password is " + password + " then\0\0")
                .getBytes(UTF_8);
        out.write('E');
        out.writeInt(words.length + 4);
        out.write(words);
        out.flush();
      } catch (IOException gone) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(gone);
        }
      }
    }
  }
}
