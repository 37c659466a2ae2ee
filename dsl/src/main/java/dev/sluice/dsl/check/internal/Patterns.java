package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.pattern.RegexParser;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.type.Type;
import java.util.Optional;

/** {@code like}, {@code matches}, and patterns that are searched for. */
final class Patterns {

  private final Typing typing;

  Patterns(Typing typing) {
    this.typing = typing;
  }

  Expression like(Node.Like node, Scope scope) {
    Expression value = text(node.value(), "like", scope);
    Optional<String> escape = node.escape().map(Node.TextLiteral::value);
    node.escape().ifPresent(each -> refuseLongEscape(each, scope));
    refuseLooseEscape(node, scope);
    Expression like = new Expression.Like(value, node.pattern().value(), escape);
    return Folding.fold(node.negated() ? new Expression.Not(like) : like);
  }

  private static void refuseLongEscape(Node.TextLiteral escape, Scope scope) {
    if (escape.value().codePointCount(0, escape.value().length()) != 1) {
      throw Refusal.of(
          scope
              .error(Code.E0507, "`escape` takes one character", escape.span())
              .help("such as `escape '!'`"));
    }
  }

  /** The escape character stands before {@code %}, {@code _} or itself; databases differ else. */
  private static void refuseLooseEscape(Node.Like node, Scope scope) {
    if (node.escape().isEmpty()) {
      return;
    }
    int escape = node.escape().get().value().codePointAt(0);
    int[] points = node.pattern().value().codePoints().toArray();
    int index = 0;
    while (index < points.length) {
      boolean escapes = points[index] == escape;
      if (escapes && !isSpecial(points, index + 1, escape)) {
        String shown = "`" + Character.toString(escape) + "`";
        throw Refusal.of(
            scope
                .error(
                    Code.E0507,
                    "the escape character "
                        + shown
                        + " stands before `%`, `_` or itself, and nowhere else",
                    node.pattern().span())
                .help("write " + shown + " twice to mean the character itself"));
      }
      index += escapes ? 2 : 1;
    }
  }

  private static boolean isSpecial(int[] points, int index, int escape) {
    return index < points.length
        && (points[index] == '%' || points[index] == '_' || points[index] == escape);
  }

  Expression matches(Node.Matches node, Scope scope) {
    Expression value = text(node.value(), "matches", scope);
    Regex regex = read(RegexParser.parse(node.pattern().value()), node.pattern(), scope);
    Expression matches = new Expression.Matches(value, regex);
    return Folding.fold(node.negated() ? new Expression.Not(matches) : matches);
  }

  /** Refuses a pattern that databases would not find alike, with its place in the text. */
  static void refuseUnsearchable(Node.Call call, Scope scope) {
    if (call.arguments().size() > 1
        && call.arguments().get(1) instanceof Node.TextLiteral pattern) {
      read(RegexParser.parseSearched(pattern.value()), pattern, scope);
    }
  }

  private static Regex read(RegexParser.Outcome outcome, Node.TextLiteral pattern, Scope scope) {
    if (outcome instanceof RegexParser.Outcome.Refused refused) {
      Span span = TextPlaces.span(pattern, scope.text(), refused.start(), refused.end());
      Diagnostic error = scope.error(Code.E0506, refused.message(), span);
      throw Refusal.of(refused.help().isEmpty() ? error : error.help(refused.help()));
    }
    return ((RegexParser.Outcome.Read) outcome).regex();
  }

  private Expression text(Node node, String test, Scope scope) {
    Expression value = typing.value(node, scope);
    Type type = value.type();
    if (type.is(Type.Family.TEXT) || Unknown.is(type)) {
      return value;
    }
    Diagnostic error =
        scope
            .error(Code.E0501, "`" + test + "` looks at text", node.span())
            .caret("this is " + Wording.of(type));
    boolean readable =
        type.is(Type.Family.INTEGER)
            || type.is(Type.Family.BOOLEAN)
            || type.is(Type.Family.DATE)
            || type.is(Type.Family.UUID);
    throw Refusal.of(
        readable
            ? error.help("write " + Wording.quoted("text(" + Wording.plain(node) + ")"))
            : error);
  }
}
