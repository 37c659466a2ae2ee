package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Given;
import dev.sluice.dsl.check.internal.Unknown;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.expression.Expression.Constant;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.TypeWords;
import dev.sluice.dsl.value.ValueParser;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.dsl.yaml.SuiteFile.ParameterEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of a suite's {@code $params}: typed, and as they were written. */
public final class Parameters {

  private final Map<String, Constant> values = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Set<String> withoutValue = new HashSet<>();

  private Parameters() {}

  /**
   * The declared parameters with the values of {@code --set}, else their defaults. Unknown names,
   * missing values and values that do not fit their type are errors.
   *
   * @param zone in which a timestamp without zone is read
   */
  public static Parameters of(
      SuiteFile file, Map<String, String> settings, ZoneId zone, Diagnostics diagnostics) {
    return read(file, settings, zone, false, diagnostics);
  }

  /** The same for {@code lint}, where a value may be missing. */
  public static Parameters declared(
      SuiteFile file, Map<String, String> settings, ZoneId zone, Diagnostics diagnostics) {
    return read(file, settings, zone, true, diagnostics);
  }

  private static Parameters read(
      SuiteFile file,
      Map<String, String> settings,
      ZoneId zone,
      boolean lint,
      Diagnostics diagnostics) {
    Parameters parameters = new Parameters();
    for (ParameterEntry entry : file.params()) {
      parameters.add(entry, settings, zone, lint, diagnostics);
    }
    List<String> known = file.params().stream().map(each -> each.name().value()).toList();
    settings.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            diagnostics.add(unknown(name, value, known));
          }
        });
    return parameters;
  }

  private void add(
      ParameterEntry entry,
      Map<String, String> settings,
      ZoneId zone,
      boolean lint,
      Diagnostics diagnostics) {
    String name = entry.name().value();
    Optional<Type> type = type(entry, diagnostics);
    String setting = settings.get(name);
    Optional<Scalar> written =
        setting == null ? entry.fallback() : Optional.of(setting(name, setting));
    if (written.isEmpty()) {
      if (!lint) {
        diagnostics.add(
            Diagnostic.error(
                    Code.E0404, "no value for `$" + name + "`", entry.name(), whole(entry.name()))
                .help("give `--set " + name + "=...`, or a `default`"));
      }
      withoutValue(name, type.orElse(Unknown.TYPE));
      return;
    }
    String text = setting == null ? written.get().value() : setting;
    Optional<Object> value = type.flatMap(each -> ValueParser.parse(text, each, zone));
    if (type.isPresent() && value.isEmpty()) {
      Span span = setting == null ? whole(written.get()) : valueOf(name, setting);
      diagnostics.add(
          Diagnostic.error(
                  Code.E0507, "`" + text + "` is no " + type.get().text(), written.get(), span)
              .help("`$" + name + "` takes " + Examples.of(type.get())));
    }
    if (value.isEmpty()) {
      withoutValue(name, type.orElse(Unknown.TYPE));
    } else {
      texts.put(name, text);
      values.put(name, new Constant(value.get(), type.orElseThrow()));
    }
  }

  private void withoutValue(String name, Type type) {
    withoutValue.add(name);
    values.put(name, new Constant(null, type));
  }

  private static Optional<Type> type(ParameterEntry entry, Diagnostics diagnostics) {
    if (entry.type().isEmpty()) {
      return Optional.of(Type.TEXT);
    }
    Scalar word = entry.type().get();
    Optional<Type> type = TypeWords.find(word.value());
    if (type.isEmpty()) {
      diagnostics.add(Examples.unknownType(word, word.value(), whole(word)));
    }
    return type;
  }

  private static Diagnostic unknown(String name, String value, List<String> known) {
    Scalar text = setting(name, value);
    Diagnostic error =
        Diagnostic.error(
            Code.E0404,
            "no parameter `" + name + "`",
            text,
            new Span(0, name.codePointCount(0, name.length())));
    String advice = DidYouMean.phrase(name, known);
    return error.help(advice.isEmpty() ? "declare it under `params:`" : advice);
  }

  private static Scalar setting(String name, String value) {
    return Scalar.whole(new SourceFile("--set", name + "=" + value));
  }

  private static Span valueOf(String name, String value) {
    int start = name.codePointCount(0, name.length()) + 1;
    return new Span(start, start + value.codePointCount(0, value.length()));
  }

  private static Span whole(Scalar scalar) {
    return Examples.whole(scalar);
  }

  /** The value with its type; empty when there is no such parameter or no value. */
  public Optional<Constant> value(String name) {
    return withoutValue.contains(name) ? Optional.empty() : Optional.ofNullable(values.get(name));
  }

  /** The value as it was written; empty when there is none. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  Collection<String> names() {
    return values.keySet();
  }

  boolean isDeclared(String name) {
    return values.containsKey(name);
  }

  Given given(Instant now, ZoneId zone) {
    return new Given(values, withoutValue, now, zone);
  }
}
