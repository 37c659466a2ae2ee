package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.syntax.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lines and clauses as text. */
public final class LineWriter {

  private final NodeWriter nodes;

  /** {@code subject} is printed as {@code value}. */
  public LineWriter(Optional<Name> subject) {
    this.nodes = new NodeWriter(subject);
  }

  public String line(Line line) {
    return identity(line) + rest(line);
  }

  public String columnLine(Line line) {
    return nodes.bare(line.check()) + narrowing(line) + rest(line);
  }

  public String check(Node check) {
    return nodes.text(check);
  }

  public String identity(Line line) {
    return nodes.text(line.check()) + narrowing(line);
  }

  private String narrowing(Line line) {
    String where = line.where().map(each -> " where " + nodes.text(each)).orElse("");
    return line.per().isEmpty() ? where : where + " per " + nodes.columns(line.per());
  }

  private String rest(Line line) {
    String tolerance = line.tolerance().map(LineWriter::clause).orElse("");
    return line.zones().isEmpty() ? tolerance : tolerance + " else " + zones(line.zones());
  }

  private static String clause(Line.Tolerance tolerance) {
    String word = tolerance instanceof Line.Tolerance.AtLeast ? " for " : " except ";
    return word + tolerance(tolerance);
  }

  /** What follows the word of the clause. */
  public static String tolerance(Line.Tolerance tolerance) {
    if (tolerance instanceof Line.Tolerance.AtLeast least) {
      return "at least " + Amounts.percent(least.percent());
    }
    Line.Tolerance.AtMost most = (Line.Tolerance.AtMost) tolerance;
    return "at most " + Amounts.count(most.count(), most.unit());
  }

  private String zones(List<Line.Zone> zones) {
    return zones.stream()
        .map(zone -> action(zone.action()) + zone.above().map(LineWriter::above).orElse(""))
        .collect(Collectors.joining(", "));
  }

  private static String above(Line.Threshold threshold) {
    if (threshold instanceof Line.Threshold.Percent percent) {
      return " above " + Amounts.percent(percent.percent());
    }
    Line.Threshold.Count count = (Line.Threshold.Count) threshold;
    return " above " + Amounts.count(count.count(), count.unit());
  }

  private String action(Line.Action action) {
    if (action instanceof Line.Action.Drop drop) {
      return "drop" + keeping(drop.keeping());
    }
    if (action instanceof Line.Action.Quarantine quarantine) {
      return "quarantine" + keeping(quarantine.keeping());
    }
    if (action instanceof Line.Action.Default repair) {
      String column = repair.column().map(each -> nodes.column(each) + " = ").orElse("");
      return "default " + column + nodes.value(repair.value());
    }
    return action.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private String keeping(Optional<Line.Keeping> keeping) {
    return keeping
        .map(
            each ->
                " keeping " + (each.latest() ? "latest " : "first ") + nodes.column(each.column()))
        .orElse("");
  }

  public static String path(Path path) {
    return path.parts().stream().map(LineWriter::name).collect(Collectors.joining("."));
  }

  /**
   * A quoted name goes without quotes when it is a plain word in lower case: the exact spelling is
   * looked up first either way. {@code value} keeps them, since it may stand for a block's column.
   */
  public static String name(Name name) {
    String text = name.text();
    boolean plain =
        Words.isPlain(text)
            && (!name.quoted()
                || (text.equals(text.toLowerCase(Locale.ROOT)) && !text.equals("value")));
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
