package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.function.Functions;
import dev.sluice.dsl.pattern.Regex;
import dev.sluice.dsl.pattern.RegexParser;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.calcite.rex.RexNode;

/** Calls of functions, written from the database's own templates or else from the general ones. */
final class FunctionTerms {

  private final SqlProfile profile;
  private final Terms terms;

  FunctionTerms(SqlProfile profile, Terms terms) {
    this.profile = profile;
    this.terms = terms;
  }

  RexNode of(Apply apply, List<Type> types, List<RexNode> arguments) {
    String name = apply.function().name();
    Optional<String> own = find(profile.templates(), name, types);
    if (own.isEmpty() && !arguments.isEmpty()) {
      Optional<Regex> format = TextForms.format(apply);
      if (format.isPresent()) {
        return matches(arguments.get(0), format.get());
      }
      Optional<Regex> readable = TextForms.readable(apply);
      if (readable.isPresent()) {
        return terms.term(
            "CASE WHEN {0} THEN {1} END",
            apply.type(),
            matches(arguments.get(0), readable.get()),
            terms.cast(arguments.get(0), apply.type()));
      }
    }
    String template =
        own.or(() -> find(GeneralTemplates.ALL, name, types))
            .orElseThrow(
                () ->
                    new UnsupportedOperationException(
                        "this database has no function `" + name + "`"));
    return terms.term(template, apply.type(), searching(apply, arguments));
  }

  /** The arguments, a pattern that is searched for among them as the database writes it. */
  private List<RexNode> searching(Apply apply, List<RexNode> arguments) {
    if (!apply.function().name().equals(Functions.REGEX_REPLACE)
        || !(apply.arguments().get(1) instanceof Constant constant)
        || !(constant.value() instanceof String pattern)) {
      return arguments;
    }
    String searched = profile.searched(RegexParser.readSearched(pattern));
    return List.of(
        terms.exact(arguments.get(0), Type.TEXT),
        terms.constant(searched, Type.TEXT),
        arguments.get(2));
  }

  /** Whether the call can be written for the database. */
  static boolean canWrite(SqlProfile profile, Apply apply) {
    String name = apply.function().name();
    List<Type> types = apply.arguments().stream().map(Expression::type).toList();
    return !profile.missing().contains(name)
        && (find(profile.templates(), name, types).isPresent()
            || find(GeneralTemplates.ALL, name, types).isPresent()
            || TextForms.format(apply).isPresent()
            || (!types.isEmpty() && TextForms.readable(apply).isPresent()));
  }

  /** Whether the whole text matches. */
  RexNode matches(RexNode text, Regex pattern) {
    return terms.term(
        profile.matchTemplate(),
        Type.BOOLEAN,
        terms.exact(text, Type.TEXT),
        terms.constant(profile.pattern(pattern), Type.TEXT));
  }

  /** The most special template there is. */
  private static Optional<String> find(
      Map<String, String> templates, String name, List<Type> types) {
    return keys(name, types).stream()
        .map(templates::get)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .findFirst();
  }

  /** From special to general: `round(double, integer)`, `round(double)`, `round/2`, `round`. */
  private static List<String> keys(String name, List<Type> types) {
    List<String> keys = new ArrayList<>();
    List<String> words =
        types.stream().map(type -> type.family().name().toLowerCase(Locale.ROOT)).toList();
    for (int count = words.size(); count > 0; count--) {
      keys.add(name + words.subList(0, count).stream().collect(Collectors.joining(", ", "(", ")")));
    }
    keys.add(name + "/" + types.size());
    keys.add(name);
    return keys;
  }
}
