package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import java.util.Optional;
import java.util.Set;

/** A whole line: the check, and its clauses in their order. */
final class LineTrees {

  /**
   * Words that follow {@code is}; alone in a block of one column they are never meant as columns.
   */
  private static final Set<String> AFTER_IS =
      Set.of(
          "null", "unique", "blank", "empty", "email", "url", "uuid", "json", "integer", "number");

  private final Trees trees;

  LineTrees(Trees trees) {
    this.trees = trees;
  }

  Line line(SentenceParser.LineEntryContext tree) {
    Node check = trees.checks().check(tree.check());
    refuseWords(check);
    refuseLiteral(check);
    Clauses clauses = new Clauses(trees, check);
    tree.clause().forEach(clauses::add);
    Span last =
        tree.clause().isEmpty()
            ? Tokens.span(tree.check())
            : Tokens.span(tree.clause(tree.clause().size() - 1));
    return clauses.line(Tokens.span(tree.check()).to(last));
  }

  private static void refuseLiteral(Node check) {
    boolean literal =
        check instanceof Node.NumberLiteral
            || check instanceof Node.TextLiteral
            || check instanceof Node.BooleanLiteral
            || check instanceof Node.NullLiteral
            || check instanceof Node.DateLiteral
            || check instanceof Node.TimestampLiteral
            || check instanceof Node.InstantLiteral
            || check instanceof Node.DurationLiteral;
    if (literal) {
      throw Refusal.of(Code.E0003, "an expectation is a sentence, not a value", check.span())
          .help("such as `order_id is not null`");
    }
  }

  /** {@code [unique]} and {@code [not unique]} in a block of one column. */
  private void refuseWords(Node check) {
    boolean negated = check instanceof Node.Not;
    Node inner = check instanceof Node.Not not ? not.operand() : check;
    Optional<String> word =
        inner instanceof Node.NullLiteral
            ? Optional.of("null")
            : inner instanceof Node.Column column && column.table().isEmpty()
                ? plainWord(column.name())
                : Optional.empty();
    if (word.isPresent() && trees.reading().subject().isPresent()) {
      String right = (negated ? "is not " : "is ") + word.get();
      String written = trees.tokens().slice(check.span());
      throw Refusal.of(Code.E0202, "`" + written + "` is written `" + right + "`", check.span())
          .help("write `" + right + "`");
    }
  }

  private static Optional<String> plainWord(Name name) {
    return Optional.of(name.text()).filter(text -> !name.quoted() && AFTER_IS.contains(text));
  }
}
