package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.expression.Expression.Apply;
import dev.sluice.dsl.expression.Expression.Measure;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.Parts;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a database does not have. */
public final class Missing {

  private final SqlProfile profile;
  private final Set<String> names = new LinkedHashSet<>();

  private Missing(SqlProfile profile) {
    this.profile = profile;
  }

  /** Names of functions and metrics, also of those within metrics. */
  public static Set<String> in(SqlProfile profile, Expression expression) {
    Missing missing = new Missing(profile);
    missing.search(expression);
    return missing.names;
  }

  private void search(Expression expression) {
    if (expression instanceof Apply apply && !FunctionTerms.canWrite(profile, apply)) {
      names.add(apply.function().name());
    }
    if (expression instanceof Measure measure) {
      String word = measure.metric().word();
      if (profile.missing().contains(word)) {
        names.add(word);
      }
      measure.arguments().forEach(this::search);
      measure.filter().ifPresent(this::search);
    }
    Parts.of(expression).forEach(this::search);
  }
}
