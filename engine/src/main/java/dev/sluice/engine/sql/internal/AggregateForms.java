package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.sql.internal.Aggregates.Aggregate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Aggregates in the words of one database. */
final class AggregateForms {

  private static final Pattern FRACTION = Pattern.compile("\\(([0-9.]+)\\) WITHIN GROUP");

  private AggregateForms() {}

  /** The template of an aggregate: the database's own where it has one. */
  static String of(SqlProfile profile, Aggregate aggregate) {
    List<Expression> arguments = aggregate.arguments();
    return arguments.isEmpty() || aggregate.template().contains("CASE")
        ? aggregate.template()
        : of(profile, aggregate.template(), arguments.get(0).type());
  }

  /** The same of a general template and the type of its first argument. */
  static String of(SqlProfile profile, String general, Type argument) {
    String word = word(general);
    String family = argument.family().name().toLowerCase(Locale.ROOT);
    Map<String, String> own = profile.aggregates();
    String template = own.getOrDefault(word + "(" + family + ")", own.getOrDefault(word, general));
    Matcher fraction = FRACTION.matcher(general);
    return fraction.find() ? template.replace("{fraction}", fraction.group(1)) : template;
  }

  /** The aggregate's word, {@code min} of {@code MIN({0})}. */
  static String word(String template) {
    return template.replaceAll("\\(.*", "").toLowerCase(Locale.ROOT);
  }
}
