package dev.sluice.engine.prepare;

import dev.sluice.dsl.check.Checked;
import dev.sluice.dsl.check.Checker;
import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Parameters;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.engine.connector.CatalogueReader;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A suite with its database open.
 *
 * @param candidateName the name under which the candidate is looked up
 * @param now the clock of the run
 * @param diagnostics of this suite alone; whoever prepares it hands them on
 */
public record ReadySuite(
    SuiteSource source,
    Source database,
    Connection connection,
    SuiteCatalogue catalogue,
    Checker checker,
    Parameters parameters,
    String candidateName,
    boolean candidateIsFile,
    Instant now,
    ZoneId zone,
    Duration timeout,
    Diagnostics diagnostics) {

  public SuiteFile file() {
    return source.file();
  }

  /** Whether words of the database may hold values of rows: only where any row may be shown. */
  public boolean tellsValues() {
    return source.tellsValues();
  }

  /**
   * What is judged, typed.
   *
   * @param where narrows the candidate
   * @param expect the lines of `expect` and `columns`, and the `schema` and `sql` entries
   * @param ensure the lines judged on the target
   */
  public record Typed(
      CatalogueReader.Entry candidate,
      Optional<Expression> where,
      List<Checked> expect,
      List<Checked> ensure) {

    public List<Expectation> expectations() {
      return expect.stream().map(Checked::expectation).toList();
    }

    public List<Expectation> ensured() {
      return ensure.stream().map(Checked::expectation).toList();
    }
  }
}
