package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.check.internal.Alignment.Operand;
import dev.sluice.dsl.check.internal.Alignment.Pair;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Compare;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Operator;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code in (...)} and {@code in table.column}, of one value and of several together. */
final class Memberships {

  private final Typing typing;
  private final Alignment alignment;

  Memberships(Typing typing, Alignment alignment) {
    this.typing = typing;
    this.alignment = alignment;
  }

  Expression inList(Node.InList node, Scope scope) {
    for (Node item : node.items()) {
      refuseNull(item, node, scope);
    }
    List<Operand> key = key(node.value(), scope);
    node.items().forEach(item -> typing.names().refuseBareText(node.value(), item, scope));
    node.items().forEach(item -> refuseOtherSize(item, key.size(), scope));
    // the first item that does not fit is told: a list of a hundred is one mistake
    List<List<Operand>> items = node.items().stream().map(item -> key(item, scope)).toList();
    List<List<Pair>> rows = items.stream().map(item -> pairs(key, item, scope)).toList();
    Expression any = key.size() == 1 ? single(rows) : or(rows);
    return Folding.fold(node.negated() ? new Expression.Not(any) : any);
  }

  private static void refuseNull(Node item, Node.InList node, Scope scope) {
    for (Node part : Trees.tupleItems(item)) {
      if (part instanceof Node.NullLiteral) {
        String value = Wording.plain(node.value());
        throw Refusal.of(
            scope
                .error(Code.E0503, "`null` in a list is equal to nothing", part.span())
                .help(
                    node.negated()
                        ? "leave it out; " + Wording.quoted(value + " is not null") + " says more"
                        : "leave it out, and write " + Wording.quoted("or " + value + " is null")));
      }
    }
  }

  private List<Operand> key(Node node, Scope scope) {
    return typing.each(
        Trees.tupleItems(node), part -> new Operand(typing.value(part, scope), part));
  }

  private static void refuseOtherSize(Node item, int size, Scope scope) {
    int given = Trees.tupleItems(item).size();
    if (given != size) {
      throw Refusal.of(sizes(size, given, item.span(), scope));
    }
  }

  private static Diagnostic sizes(int wanted, int given, Span span, Scope scope) {
    return scope
        .error(Code.E0502, "`in` compares " + count(wanted) + " with " + count(given), span)
        .help("both sides need as many: `(a, b) in ((1, 2), (3, 4))`");
  }

  private static String count(int values) {
    return values == 1 ? "one value" : values + " values";
  }

  private List<Pair> pairs(List<Operand> key, List<Operand> item, Scope scope) {
    List<Pair> pairs = new ArrayList<>();
    for (int index = 0; index < key.size(); index++) {
      pairs.add(alignment.compared(key.get(index), item.get(index), false, scope));
    }
    return pairs;
  }

  /** A list of constants where it is one; else one comparison an item. */
  private static Expression single(List<List<Pair>> rows) {
    Expression value = rows.get(0).get(0).left();
    List<Constant> constants = new ArrayList<>();
    for (List<Pair> row : rows) {
      Pair pair = row.get(0);
      if (pair.left().equals(value) && pair.right() instanceof Constant constant) {
        constants.add(constant);
      }
    }
    return constants.size() == rows.size() ? new Expression.In(value, constants) : or(rows);
  }

  private static Expression or(List<List<Pair>> rows) {
    List<Expression> parts = rows.stream().map(Memberships::and).toList();
    return parts.size() == 1 ? parts.get(0) : new Expression.Or(parts);
  }

  private static Expression and(List<Pair> pairs) {
    List<Expression> parts = new ArrayList<>();
    for (Pair pair : pairs) {
      parts.add(new Compare(Operator.EQUAL, pair.left(), pair.right()));
    }
    return parts.size() == 1 ? parts.get(0) : new Expression.And(parts);
  }

  Expression inTable(Node.InTable node, Scope scope) {
    List<Operand> key = key(node.value(), scope);
    typing.names().refuseTableAlone(node, scope);
    Table table = typing.names().table(node.table(), scope);
    List<Column> columns =
        typing.each(node.columns(), name -> typing.names().column(name, table, scope));
    if (columns.size() != key.size()) {
      throw Refusal.of(sizes(key.size(), columns.size(), columnsSpan(node), scope));
    }
    Keys.refuseCoarse(key, "looked up in `" + node.table().text() + "`", scope);
    List<Expression> aligned = new ArrayList<>();
    for (int index = 0; index < key.size(); index++) {
      aligned.add(lookedUp(key.get(index), columns.get(index), node, index, scope));
    }
    Expression among =
        new Expression.Among(aligned, table, columns.stream().map(Column::name).toList());
    return node.negated() ? new Expression.Not(among) : among;
  }

  private static Span columnsSpan(Node.InTable node) {
    List<Name> names = node.columns();
    return names.get(0).span().to(names.get(names.size() - 1).span());
  }

  /** The part of the key as the column's family; the column itself stays as it is. */
  private Expression lookedUp(
      Operand part, Column column, Node.InTable node, int index, Scope scope) {
    Name name = node.columns().get(index);
    Expression other = new Expression.ColumnValue(column.name(), column.type());
    Node written = new Node.Column(Optional.of(node.table()), name, name.span());
    Operand right = new Operand(other, written);
    boolean unknown = Unknown.is(part.type()) || Unknown.is(other.type());
    Optional<Pair> pair =
        unknown
            ? Optional.of(new Pair(part.value(), other))
            : Optional.of(part.type())
                .filter(Families::haveEquality)
                .flatMap(type -> alignment.together(part.value(), other))
                .filter(each -> each.right().equals(other));
    return pair.orElseThrow(() -> Refusal.of(Mismatch.lookedUp(part, right, scope))).left();
  }
}
