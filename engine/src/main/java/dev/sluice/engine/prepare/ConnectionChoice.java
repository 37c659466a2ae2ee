package dev.sluice.engine.prepare;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.diagnostic.Redaction;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.ConfigurationFile.ConnectionEntry;
import dev.sluice.dsl.yaml.Secret;
import dev.sluice.engine.connector.Connector;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which database a suite speaks to: the command line's, else its own, else an in-memory DuckDB.
 *
 * @param shown for people: the configuration's name, or the URL without secrets
 */
record ConnectionChoice(
    Connector connector,
    String url,
    Optional<String> user,
    Optional<String> password,
    Map<String, String> properties,
    String shown) {

  private static final String IN_MEMORY = "jdbc:duckdb:";

  @Override
  public String toString() {
    return "ConnectionChoice[" + shown + "]";
  }

  static Optional<ConnectionChoice> of(
      SuiteSource source, Optional<String> commandLine, Path directory, Diagnostics diagnostics) {
    Scalar written =
        commandLine
            .map(text -> Scalar.whole(new SourceFile("--connection", text)))
            .or(source.file()::connection)
            .orElse(Scalar.whole(new SourceFile("default", IN_MEMORY)));
    Path base = commandLine.isPresent() ? directory : source.directory();
    String text = written.value();
    if (text.startsWith("jdbc:")) {
      Optional<Diagnostic> outside =
          Connectors.of(text)
              .filter(each -> commandLine.isEmpty() && each.refusal(text, Map.of()).isEmpty())
              .flatMap(each -> each.relativeFile(text, base))
              .flatMap(file -> Root.of(source).refusal(written, file));
      if (outside.isPresent()) {
        diagnostics.add(outside.get());
        return Optional.empty();
      }
      return open(
          written, text, Optional.empty(), Map.of(), base, Redaction.mask(text), diagnostics);
    }
    Map<String, ConnectionEntry> known =
        source.configuration().map(each -> each.connections()).orElse(Map.of());
    ConnectionEntry entry = known.get(text);
    if (entry == null) {
      diagnostics.add(unknown(written, known.keySet()));
      return Optional.empty();
    }
    Map<String, String> properties = new LinkedHashMap<>();
    entry.properties().forEach((key, value) -> properties.put(key, value.reveal()));
    return open(
        written,
        entry.url().reveal(),
        Optional.of(entry),
        properties,
        source.configurationDirectory(),
        text,
        diagnostics);
  }

  private static Diagnostic unknown(Scalar written, Set<String> known) {
    Diagnostic diagnostic =
        Diagnostic.error(
            Code.E0005,
            "no connection `" + written.value() + "` in `sluice.yml`",
            written.file(),
            written.span());
    String meant = DidYouMean.phrase(written.value(), known);
    return diagnostic.help(
        meant.isEmpty() ? "write a JDBC URL, or add it under `connections:`" : meant);
  }

  private static Optional<ConnectionChoice> open(
      Scalar written,
      String url,
      Optional<ConnectionEntry> entry,
      Map<String, String> properties,
      Path base,
      String shown,
      Diagnostics diagnostics) {
    Optional<Connector> connector = Connectors.of(url);
    if (connector.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(Code.E0005, "no connector for this URL", written.file(), written.span())
              .help("Sluice speaks to " + String.join(", ", Connectors.names())));
      return Optional.empty();
    }
    Optional<String> refusal = connector.get().refusal(url, properties);
    if (refusal.isPresent()) {
      diagnostics.add(Diagnostic.error(Code.E0005, refusal.get(), written.file(), written.span()));
      return Optional.empty();
    }
    return Optional.of(
        new ConnectionChoice(
            connector.get(),
            connector.get().located(url, base),
            entry.flatMap(ConnectionEntry::user).map(Secret::reveal),
            entry.flatMap(ConnectionEntry::password).map(Secret::reveal),
            properties,
            shown));
  }
}
