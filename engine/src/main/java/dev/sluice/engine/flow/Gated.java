package dev.sluice.engine.flow;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.engine.gate.Shape;
import dev.sluice.engine.prepare.ReadySuite;
import java.util.Optional;

/** What a suite says of its gate. */
final class Gated {

  private Gated() {}

  /**
   * Its shape.
   *
   * @param stepGiven a load step in Java
   */
  static Shape shape(SuiteFile file, boolean stepGiven) {
    if (file.publish().isPresent()) {
      return Shape.PUBLISH;
    }
    return file.load().isPresent() || stepGiven ? Shape.LOAD : Shape.IN_PLACE;
  }

  /** The target as it is written. */
  static Scalar target(SuiteFile file) {
    return file.publish().map(SuiteFile.PublishEntry::into).orElse(file.table());
  }

  /** The word of `mode`; nothing outside the publish shape. */
  static Optional<String> mode(SuiteFile file) {
    return file.publish().map(each -> each.mode().map(Scalar::value).orElse("append"));
  }

  // What an in-memory database holds is gone with the process: a gate into it protects nobody.
  static void persistent(ReadySuite suite, boolean persistent) {
    if (!persistent) {
      Scalar at = target(suite.file());
      suite
          .diagnostics()
          .add(
              Diagnostic.error(
                      Code.E0604,
                      "the target lies in an in-memory database, which ends with this run",
                      at.file(),
                      at.span())
                  .help("name a `connection:`, such as `jdbc:duckdb:warehouse.db`"));
    }
  }
}
