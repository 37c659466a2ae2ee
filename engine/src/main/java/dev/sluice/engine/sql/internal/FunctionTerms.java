package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    String template =
        template(profile, name, types)
            .orElseThrow(
                () ->
                    new UnsupportedOperationException(
                        "this database has no function `" + name + "`"));
    return terms.term(template, apply.type(), arguments);
  }

  /** The most special template there is, the database's own before the general one. */
  static Optional<String> template(SqlProfile profile, String name, List<Type> types) {
    for (String key : keys(name, types)) {
      String own = profile.templates().get(key);
      if (own != null) {
        return Optional.of(own);
      }
    }
    if (profile.missing().contains(name)) {
      return Optional.empty();
    }
    for (String key : keys(name, types)) {
      String general = GeneralTemplates.ALL.get(key);
      if (general != null) {
        return Optional.of(general);
      }
    }
    return Optional.empty();
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
