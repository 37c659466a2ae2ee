package dev.sluice.cli;

import dev.sluice.engine.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice suggest}. */
@Command(
    name = "suggest",
    header = "Drafts a first suite from the data. Only reads.",
    customSynopsis = "sluice suggest TABLE|FILE [options]",
    description = {
      "",
      "  sluice suggest orders.csv > orders.yml",
      "  sluice suggest staging.orders --connection warehouse --save orders.yml",
      "",
      "Each line is met by the data as it is, and a comment says why it is there.",
      ""
    })
final class SuggestCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "TABLE|FILE",
      description = "A table, or a data file (csv, parquet, json).")
  private String target = "";

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Write the suite into a new file instead of standard output.")
  private @Nullable String save;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = "The time that now() is, such as 2026-01-31T06:00:00Z.")
  private @Nullable String now;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long it may take, such as 90s, 10m or 2h.")
  private @Nullable String timeout;

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ScreenOptions screen = new ScreenOptions();

  SuggestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Mistakes mistakes = session.mistakes();
    Invocation invocation =
        session
            .invocation(Request.Command.SUGGEST, List.of(target), mistakes)
            .with(data)
            .timed(Optional.ofNullable(now), Optional.ofNullable(timeout));
    Optional<NewSuite> file =
        Optional.ofNullable(save)
            .flatMap(written -> NewSuite.at(written, session.surroundings(), mistakes));
    return session.suggest(invocation, file, screen);
  }
}
