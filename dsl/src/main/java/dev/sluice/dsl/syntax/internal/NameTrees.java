package dev.sluice.dsl.syntax.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names of columns, tables and functions. */
final class NameTrees {

  private final Trees trees;

  NameTrees(Trees trees) {
    this.trees = trees;
  }

  Name name(SentenceParser.NameContext tree) {
    Span span = Tokens.span(tree);
    String text = tree.getText();
    if (tree.QUOTED() == null) {
      return new Name(text, false, span);
    }
    String inner = text.substring(1, text.length() - 1).replace("\"\"", "\"");
    if (inner.isEmpty()) {
      throw Refusal.of(Code.E0203, "a name without a character", span)
          .help("a text takes single quotes: `''`");
    }
    return new Name(inner, true, span);
  }

  /** A column's name; {@code value} is the subject where there is one. */
  Name column(SentenceParser.NameContext tree) {
    Name name = name(tree);
    boolean isSubject = !name.quoted() && name.text().equalsIgnoreCase("value");
    return trees
        .reading()
        .subject()
        .filter(subject -> isSubject)
        .map(subject -> new Name(subject.text(), subject.quoted(), name.span()))
        .orElse(name);
  }

  /** The subject of a block as a column that stands at a place of the text. */
  Node subject(Name subject, Span place) {
    Name name = new Name(subject.text(), subject.quoted(), place);
    return new Node.Column(Optional.empty(), name, place);
  }

  List<Name> columns(List<SentenceParser.NameContext> list) {
    return list.stream().map(this::column).toList();
  }

  List<Name> names(List<SentenceParser.NameContext> list) {
    return list.stream().map(this::name).toList();
  }

  /** A name of a function, a metric or a format. SQL's upper case becomes lower case. */
  Name word(SentenceParser.NameContext tree) {
    Name name = name(tree);
    if (name.quoted()) {
      throw Refusal.of(
              Code.E0201, "`" + tree.getText() + "` is a column, not a function", name.span())
          .help("a function's name takes no quotes");
    }
    return word(name.text(), name.span());
  }

  static Name word(String text, Span span) {
    boolean upper = text.equals(text.toUpperCase(Locale.ROOT));
    return new Name(upper ? text.toLowerCase(Locale.ROOT) : text, false, span);
  }

  Path path(SentenceParser.PathContext tree) {
    return path(tree.name());
  }

  Path path(List<SentenceParser.NameContext> list) {
    List<Name> parts = names(list);
    return new Path(parts, parts.get(0).span().to(parts.get(parts.size() - 1).span()));
  }
}
