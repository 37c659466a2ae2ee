package dev.sluice.engine.plan;

import dev.sluice.dsl.check.Checked;
import dev.sluice.dsl.check.Expectation;
import dev.sluice.dsl.check.Policy;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expressions;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Nodes;
import dev.sluice.dsl.table.Column;
import dev.sluice.engine.connector.Capabilities;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.connector.Connector;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Refuses, before anything runs, what this database cannot keep. */
public final class Allowance {

  /** The columns that the gate itself adds to a candidate while rows are told apart. */
  private static final Pattern OWN_COLUMNS =
      Pattern.compile("(?i)" + Marks.ROW + "|" + Relation.Repaired.CHANGED + "|sluice_flag_[0-9]+");

  private Allowance() {}

  /** For a gate: functions, and policies that need what the database may not have. */
  public static void check(
      List<Checked> lines,
      CatalogueReader.Entry candidate,
      boolean publishes,
      Capabilities capabilities,
      Connector connector,
      Diagnostics diagnostics) {
    functions(lines, connector, diagnostics);
    for (Checked line : lines) {
      for (Policy.Zone zone : line.expectation().policy().zones()) {
        refusal(zone.action(), candidate, publishes, capabilities, connector)
            .ifPresent(reason -> diagnostics.add(policy(line, zone, reason)));
      }
    }
  }

  /** For any run: functions and metrics that the database does not have. */
  public static void functions(List<Checked> lines, Connector connector, Diagnostics diagnostics) {
    Set<String> missing = connector.sql().missing();
    for (Checked line : lines) {
      if (line.expectation() instanceof Expectation.Sentence sentence) {
        Set<String> used = new TreeSet<>();
        collect(sentence.check(), missing, used);
        sentence.where().ifPresent(where -> collect(where, missing, used));
        used.forEach(name -> diagnostics.add(unavailable(name, line, connector)));
      }
    }
  }

  private static Diagnostic unavailable(String name, Checked line, Connector connector) {
    String test = name.startsWith("is_") ? name.substring("is_".length()) : "";
    Span place =
        line.line()
            .flatMap(each -> named(each, name, test))
            .map(each -> line.text().at(each.span()))
            .orElse(line.text().span());
    return Diagnostic.error(
            Code.E0602,
            "`"
                + (test.isEmpty() ? name : "is " + test)
                + "` is not available on "
                + connector.name(),
            line.text().file(),
            place)
        .help("say it in another way, or as a query under `sql:`");
  }

  /** Where the function, metric or test stands; nowhere when a definition brought it. */
  private static Optional<Node> named(Line line, String name, String test) {
    return Stream.concat(Stream.of(line.check()), line.where().stream())
        .flatMap(each -> Nodes.all(each).stream())
        .filter(
            each ->
                (each instanceof Node.Call call && call.name().text().equalsIgnoreCase(name))
                    || (each instanceof Node.Is is && is.name().text().equalsIgnoreCase(test)))
        .findFirst();
  }

  private static void collect(Expression expression, Set<String> missing, Set<String> used) {
    Expressions.walk(
        expression,
        each -> {
          String name = "";
          if (each instanceof Expression.Apply apply) {
            name = apply.function().name();
          } else if (each instanceof Expression.Measure measure) {
            name = measure.metric().word();
          }
          if (missing.contains(name)) {
            used.add(name);
          }
        });
  }

  /** Whether a line takes rows out or changes them. */
  public static boolean movesRows(Checked line) {
    return line.expectation().policy().zones().stream().anyMatch(zone -> movesRows(zone.action()));
  }

  private static boolean movesRows(Policy.Action action) {
    return action instanceof Policy.Action.Quarantine
        || action instanceof Policy.Action.Drop
        || action instanceof Policy.Action.Default;
  }

  private static Optional<String> refusal(
      Policy.Action action,
      CatalogueReader.Entry candidate,
      boolean publishes,
      Capabilities capabilities,
      Connector connector) {
    boolean keeping =
        (action instanceof Policy.Action.Quarantine quarantine && quarantine.keeping().isPresent())
            || (action instanceof Policy.Action.Drop drop && drop.keeping().isPresent());
    boolean moves = movesRows(action);
    if (moves && !capabilities.rowIdentity()) {
      return Optional.of(
          connector.name()
              + " cannot tell rows apart without a key"
              + (keeping ? ": `keeping` would not be certain" : ""));
    }
    String identity = connector.sql().rowIdentity();
    Optional<String> taken =
        candidate.table().columns().stream()
            .map(Column::name)
            .filter(name -> name.equalsIgnoreCase(identity) || OWN_COLUMNS.matcher(name).matches())
            .findFirst();
    if (moves && taken.isPresent()) {
      return Optional.of(
          "the column `"
              + taken.get()
              + "` has the name by which rows are told apart; give it another name");
    }
    if (moves && !publishes && candidate.kind() == CatalogueReader.Kind.KEYLESS) {
      return Optional.of(
          "rows of this table cannot be told apart: it has no primary key of one whole number");
    }
    if (moves && !publishes && candidate.kind() != CatalogueReader.Kind.TABLE) {
      return Optional.of("the candidate is no table: its rows cannot be changed in place");
    }
    return Optional.empty();
  }

  private static Diagnostic policy(Checked line, Policy.Zone zone, String reason) {
    Span place =
        line.line()
            .flatMap(
                each ->
                    each.zones().stream()
                        .map(Line.Zone::action)
                        .filter(action -> word(action).equals(zone.action().word()))
                        .findFirst())
            .map(action -> line.text().at(action.span()))
            .orElse(line.text().span());
    return Diagnostic.error(
            Code.E0601,
            "`" + zone.action().word() + "` cannot be kept here: " + reason,
            line.text().file(),
            place)
        .help("use `else fail` or `else warn`");
  }

  private static String word(Line.Action action) {
    if (action instanceof Line.Action.Quarantine) {
      return "quarantine";
    }
    if (action instanceof Line.Action.Drop) {
      return "drop";
    }
    return action instanceof Line.Action.Default ? "default" : "";
  }
}
