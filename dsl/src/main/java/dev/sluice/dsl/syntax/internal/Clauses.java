package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Printer;
import java.util.List;
import java.util.Optional;

/** Gathers the clauses of a line: each once, and in their order. */
final class Clauses {

  private final Trees trees;
  private final Node check;
  private Optional<Node> where = Optional.empty();
  private List<Name> per = List.of();
  private Optional<Line.Tolerance> tolerance = Optional.empty();
  private List<Line.Zone> zones = List.of();
  private int last;
  private String lastWord = "";
  private Optional<Refusal> first = Optional.empty();

  Clauses(Trees trees, Node check) {
    this.trees = trees;
    this.check = check;
  }

  void add(SentenceParser.ClauseContext tree) {
    Span keyword = Tokens.span(tree.getStart());
    String word = tree.getStart().getText();
    int rank = rank(tree);
    if (rank == last && first.isEmpty()) {
      String both = word.equalsIgnoreCase(lastWord) ? "" : " beside `" + lastWord + "`";
      String message = "a second `" + word + "`" + both;
      throw Refusal.of(Code.E0204, message, keyword).help(once(tree));
    }
    if (rank < last && first.isEmpty()) {
      String message = "`" + word + "` belongs before `" + lastWord + "`";
      first = Optional.of(Refusal.of(Code.E0204, message, keyword));
    }
    keep(tree);
    if (rank > last) {
      last = rank;
      lastWord = word;
    }
  }

  /** The line, when the order was right. */
  Line line(Span span) {
    Line line = new Line(check, where, per, tolerance, zones, span);
    if (first.isPresent()) {
      String right =
          trees
              .reading()
              .subject()
              .map(subject -> Printer.columnLine(line, subject))
              .orElseGet(() -> Printer.line(line));
      throw first.get().help("write `" + right + "`");
    }
    return line;
  }

  private void keep(SentenceParser.ClauseContext tree) {
    Span span = Tokens.span(tree);
    if (tree instanceof SentenceParser.WhereClauseContext each) {
      where = Optional.of(trees.checks().check(each.check()));
    } else if (tree instanceof SentenceParser.PerClauseContext each) {
      per = trees.names().columns(each.name());
    } else if (tree instanceof SentenceParser.ForClauseContext each) {
      tolerance = Optional.of(trees.tolerances().atLeast(each.bound(), span));
    } else if (tree instanceof SentenceParser.ExceptClauseContext each) {
      tolerance = Optional.of(trees.tolerances().atMost(each.bound(), span));
    } else if (tree instanceof SentenceParser.ElseClauseContext each) {
      zones = trees.actions().zones(each.zones());
    }
  }

  private static int rank(SentenceParser.ClauseContext tree) {
    return switch (tree.getStart().getType()) {
      case SentenceParser.WHERE -> 1;
      case SentenceParser.PER -> 2;
      case SentenceParser.FOR, SentenceParser.EXCEPT -> 3;
      default -> 4;
    };
  }

  private static String once(SentenceParser.ClauseContext tree) {
    return switch (tree.getStart().getType()) {
      case SentenceParser.WHERE -> "join both by `and` in one `where`";
      case SentenceParser.PER -> "name all columns in one `per`: `per a, b`";
      case SentenceParser.ELSE -> "list the actions in one `else`: `else warn, fail above 5%`";
      default -> "a line has one tolerance";
    };
  }
}
