package dev.sluice.engine.flow;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.run.Failures;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * Refuses names of tables that the database would cut short: cut, the quarantine's can be that of
 * the target, and rows that were set aside would be published.
 */
final class NameLimit {

  private final ReadySuite suite;
  private final int most;

  NameLimit(ReadySuite suite) {
    this.suite = suite;
    try {
      this.most = suite.connection().getMetaData().getMaxTableNameLength();
    } catch (SQLException failure) {
      throw Failures.failure(failure);
    }
  }

  /** A table that the gate may make, at a path. */
  void check(Scalar written, List<String> path) {
    for (String part : path) {
      int length = part.getBytes(StandardCharsets.UTF_8).length;
      if (most > 0 && length > most) {
        String help =
            part.equals(written.value())
                ? "give it a shorter name"
                : "give it a shorter name, or name another table under `quarantine:`";
        suite
            .diagnostics()
            .add(
                Diagnostic.error(
                        Code.E0604,
                        "the name `" + part + "` has " + length + " bytes, and this database keeps " + most,
                        written.file(),
                        written.span())
                    .help(help));
      }
    }
  }
}
