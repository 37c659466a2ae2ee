package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.table.TableLookup;
import dev.sluice.dsl.type.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What names mean: columns by rule 10 of the language, tables by rule 5. */
public final class Names {

  private final TableLookup lookup;
  private final List<Path> named;
  private final Set<String> parameters;

  /**
   * @param named every table that the suite speaks of, searched when a column is not where it was
   *     looked for
   * @param parameters the names that take a {@code $}
   */
  public Names(TableLookup lookup, List<Path> named, Collection<String> parameters) {
    this.lookup = lookup;
    this.named = List.copyOf(named);
    this.parameters = Set.copyOf(parameters);
  }

  /** The column that a name means in the scope's relation. */
  public Column column(Name name, Scope scope) {
    return column(name, scope.relation(), scope);
  }

  Column column(Name name, Table table, Scope scope) {
    return column(name, table, scope, List.of());
  }

  /**
   * @param others names that could stand here besides columns
   */
  Column column(Name name, Table table, Scope scope, Collection<String> others) {
    return find(name, table, scope)
        .orElseThrow(() -> Refusal.of(unknown(name, table, scope, others)));
  }

  /** The column if there is one; an ambiguous name is refused. */
  Optional<Column> find(Name name, Table table, Scope scope) {
    if (Unknown.is(table)) {
      return Optional.of(new Column(name.text(), Unknown.TYPE, "", true));
    }
    Optional<Column> exact =
        table.columns().stream().filter(each -> each.name().equals(name.text())).findFirst();
    if (exact.isPresent() || name.quoted()) {
      return exact;
    }
    List<Column> similar =
        table.columns().stream().filter(each -> each.name().equalsIgnoreCase(name.text())).toList();
    if (similar.size() > 1) {
      List<String> spellings = similar.stream().map(each -> "\"" + each.name() + "\"").toList();
      throw Refusal.of(
          scope
              .error(
                  Code.E0405,
                  "`" + name.text() + "` means several columns of `" + table.display() + "`",
                  name.span())
              .help("write " + DidYouMean.alternatives(spellings)));
    }
    return similar.stream().findFirst();
  }

  /** Refuses {@code status = paid}, where a word beside a column of texts is no column. */
  void refuseBareText(Node beside, Node word, Scope scope) {
    Optional<Name> text = bare(word, scope).filter(name -> !name.quoted());
    boolean among =
        bare(beside, scope)
            .flatMap(name -> find(name, scope.relation(), scope))
            .filter(column -> column.type().is(Type.Family.TEXT))
            .isPresent();
    if (text.isEmpty() || !among || find(text.get(), scope.relation(), scope).isPresent()) {
      return;
    }
    Diagnostic unknown = unknown(text.get(), scope.relation(), scope, List.of());
    boolean near = unknown.help().orElse("").contains("did you mean");
    throw Refusal.of(
        near ? unknown : unknown.help("a text takes single quotes: `'" + text.get().text() + "'`"));
  }

  private static Optional<Name> bare(Node node, Scope scope) {
    return node instanceof Node.Column column
            && column.table().isEmpty()
            && !scope.arguments().containsKey(column.name().text().toLowerCase(Locale.ROOT))
        ? Optional.of(column.name())
        : Optional.empty();
  }

  private Diagnostic unknown(Name name, Table table, Scope scope, Collection<String> others) {
    List<String> known = new ArrayList<>(name.quoted() ? List.of() : others);
    table.columns().forEach(each -> known.add(each.name()));
    String advice =
        Wording.advice(
            name.quoted() ? "text takes single quotes: `'" + name.text() + "'`" : "",
            DidYouMean.phrase(name.text(), known),
            parameters.contains(name.text())
                ? "the parameter is written `$" + name.text() + "`"
                : function(name),
            elsewhere(name, table));
    String all = advice.isEmpty() ? "the columns are " + Wording.columns(table) : advice;
    return scope
        .error(
            Code.E0401, "no column `" + name.text() + "` in `" + table.display() + "`", name.span())
        .help(all);
  }

  private static String function(Name name) {
    if (name.quoted()) {
      return "";
    }
    if (Predicates.isTest(name.text())) {
      return "a test is written `x is " + name.text() + "`";
    }
    return Calls.isFunction(name.text())
        ? "the function is written `" + name.text() + "()`"
        : Synonyms.column(name.text());
  }

  private String elsewhere(Name name, Table table) {
    for (Path path : named) {
      if (lookup.find(path) instanceof TableLookup.Found.One one
          && !one.table().path().equals(table.path())
          && one.table().columns().stream()
              .anyMatch(each -> each.name().equalsIgnoreCase(name.text()))) {
        return "`" + path.text() + "` has it";
      }
    }
    return "";
  }

  /**
   * Refuses {@code in crm.customers}, where schema and table stand in place of table and column.
   */
  void refuseTableAlone(Node.InTable node, Scope scope) {
    List<Name> parts = new ArrayList<>(node.table().parts());
    parts.addAll(node.columns());
    Path whole = new Path(parts, node.table().span().to(node.columns().get(0).span()));
    boolean alone =
        node.columns().size() == 1
            && lookup.find(node.table()) instanceof TableLookup.Found.None
            && lookup.find(whole) instanceof TableLookup.Found.One;
    if (alone) {
      throw Refusal.of(
          scope
              .error(Code.E0402, "`" + whole.text() + "` is a table, not a column", whole.span())
              .help("write `in " + whole.text() + ".id`, with the column to look in"));
    }
  }

  /** The table that a sentence names. */
  Table table(Path path, Scope scope) {
    return table(path, path.span(), scope);
  }

  private Table table(Path path, Span span, Scope scope) {
    TableLookup.Found found = lookup.find(path);
    if (found instanceof TableLookup.Found.One one) {
      return one.table();
    }
    if (found instanceof TableLookup.Found.Several several) {
      throw Refusal.of(
          scope
              .error(
                  Code.E0405,
                  "`"
                      + path.text()
                      + "` is found in several places: "
                      + Wording.list(several.places()),
                  span)
              .help("write the one that is meant"));
    }
    List<String> candidates = ((TableLookup.Found.None) found).candidates();
    String advice = DidYouMean.phrase(path.text(), candidates);
    Diagnostic error = scope.error(Code.E0402, "no table `" + path.text() + "`", span);
    throw Refusal.of(
        error.help(advice.isEmpty() ? "name it under `tables:` if it is a file" : advice));
  }
}
