package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Redaction;
import dev.sluice.dsl.source.Scalar;
import java.util.Optional;

/** {@code connection} in a suite: a name or an address, never a secret. */
final class ConnectionTexts {

  private ConnectionTexts() {}

  static Optional<Scalar> read(Keys suite) {
    Optional<Scalar> connection = suite.text("connection");
    if (connection.isEmpty()) {
      return connection;
    }
    Scalar text = connection.get();
    if (Redaction.holdsSecret(text.value())) {
      suite
          .diagnostics()
          .add(
              suite
                  .error(
                      Code.E0005, "a password may not stand in a suite", suite.place("connection"))
                  .help("put the connection in `sluice.yml`, with the password as `${NAME}`"));
    } else if (text.value().contains("${")) {
      suite
          .diagnostics()
          .add(
              suite
                  .error(Code.E0005, "`${...}` is replaced in `sluice.yml` only", text.span())
                  .help("put the connection in `sluice.yml` and its name here"));
    }
    return connection;
  }
}
