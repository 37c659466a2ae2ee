package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.source.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The policies that may stand as a value of their own. */
final class Policies {

  private static final List<String> WORDS = List.of("fail", "rollback", "warn");
  private static final Pattern MOVES_ROWS = Pattern.compile("(drop|quarantine|default)\\b.*");

  private Policies() {}

  static Optional<Scalar> read(Keys keys, String key) {
    Optional<YamlNode.Text> text =
        keys.value(key).filter(YamlNode.Text.class::isInstance).map(YamlNode.Text.class::cast);
    if (text.isPresent() && MOVES_ROWS.matcher(text.get().value()).matches()) {
      String word = text.get().value().split("\\W", 2)[0];
      keys.diagnostics()
          .add(
              keys.error(Code.E0302, "`" + word + "` may not stand here", text.get().span())
                  .caret("this acts on single rows")
                  .help("use `fail`, `rollback` or `warn`"));
      return Optional.empty();
    }
    return keys.choice(key, WORDS);
  }
}
