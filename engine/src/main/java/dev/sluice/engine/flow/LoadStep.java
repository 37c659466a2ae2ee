package dev.sluice.engine.flow;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.TextFiles;
import dev.sluice.engine.connector.Capabilities;
import dev.sluice.engine.gate.GateTask;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.prepare.Root;
import dev.sluice.engine.script.LoadScript;
import dev.sluice.engine.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The script under `load:`, read and looked at before it runs.
 *
 * @param text of the script; empty when it cannot be read
 */
record LoadStep(String text, List<Statement> statements) {

  LoadStep {
    statements = List.copyOf(statements);
  }

  /** The step of a suite, where it names one; what is wrong with it becomes diagnostics. */
  static Optional<LoadStep> of(ReadySuite suite, Capabilities capabilities) {
    Diagnostics diagnostics = suite.diagnostics();
    Optional<Scalar> written = suite.file().load();
    Optional<SourceFile> script =
        written
            .flatMap(each -> Root.script(suite.source(), each, diagnostics))
            .flatMap(path -> TextFiles.read(path, written.orElseThrow().value(), diagnostics));
    return script.map(
        file ->
            new LoadStep(
                file.text(),
                LoadScript.statements(
                    file,
                    suite.parameters(),
                    !capabilities.transactionalDefinitions(),
                    diagnostics)));
  }

  /** Carries its statements out, one after the other. */
  GateTask.Step step() {
    return open -> statements.forEach(open::execute);
  }
}
