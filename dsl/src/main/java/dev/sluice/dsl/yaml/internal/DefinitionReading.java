package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.SuiteFile.DefineEntry;
import dev.sluice.dsl.yaml.SuiteFile.ParameterEntry;
import dev.sluice.dsl.yaml.internal.YamlNode.Broken;
import dev.sluice.dsl.yaml.internal.YamlNode.Field;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a suite adds to the language: {@code params} and {@code define}. */
public final class DefinitionReading {

  private static final Pattern KEY = Pattern.compile("([^()\\s]+)\\s*(?:\\(([^()]*)\\))?");

  private DefinitionReading() {}

  /** A parameter with a fault is kept, so that its uses are no faults of their own. */
  public static List<ParameterEntry> parameters(Keys suite) {
    String example = "load_date: {type: date, default: 2026-01-31}";
    List<ParameterEntry> parameters = new ArrayList<>();
    for (Field field : suite.fields("params", example).map(Fields::fields).orElse(List.of())) {
      Scalar name = field.key().scalar();
      if (!Names.isName(name.value())) {
        suite.tell(Code.E0104, "`" + name.value() + "` cannot name a parameter", name.span());
        continue;
      }
      Optional<Scalar> type = Optional.empty();
      Optional<Scalar> fallback = Optional.empty();
      if (field.value() instanceof Fields fields) {
        Keys keys = new Keys(suite.file(), fields, List.of("type", "default"), suite.diagnostics());
        type = keys.text("type");
        fallback = keys.rawText("default");
      } else if (!(field.value() instanceof Broken)) {
        suite
            .diagnostics()
            .add(
                suite
                    .error(Code.E0104, "a parameter takes `type` and `default`", name.span())
                    .help("such as `" + example + "`"));
      }
      parameters.add(new ParameterEntry(name, type, fallback));
    }
    return parameters;
  }

  /** A definition whose sentence is broken is left out. */
  public static List<DefineEntry> predicates(Keys suite, Sentences sentences) {
    String example = "paid: status in ('paid', 'shipped')";
    List<DefineEntry> defined = new ArrayList<>();
    Map<String, Span> seen = new HashMap<>();
    for (Field field : suite.fields("define", example).map(Fields::fields).orElse(List.of())) {
      Scalar key = field.key().scalar();
      Optional<Scalar> sentence = sentences.value(field);
      Matcher matcher = KEY.matcher(key.value().strip());
      boolean formed = matcher.matches() && Names.isName(matcher.group(1));
      List<String> arguments = formed ? arguments(matcher.group(2)) : List.of();
      if (!formed || !arguments.stream().allMatch(Names::isName)) {
        suite
            .diagnostics()
            .add(
                suite
                    .error(Code.E0104, "`" + key.value() + "` cannot be defined", key.span())
                    .help("write a name, or a name with arguments such as `valid_email(x)`"));
        continue;
      }
      if (new HashSet<>(arguments).size() < arguments.size()) {
        suite.tell(Code.E0104, "an argument is named twice", key.span());
        continue;
      }
      String name = matcher.group(1);
      Span before = seen.putIfAbsent(name, key.span());
      if (before != null) {
        Diagnostic twice = suite.error(Code.E0103, "`" + name + "` is defined twice", key.span());
        suite.diagnostics().add(twice.label(before, "first defined here"));
        continue;
      }
      sentence.ifPresent(each -> defined.add(new DefineEntry(key, name, arguments, each)));
    }
    return defined;
  }

  private static List<String> arguments(@Nullable String list) {
    List<String> arguments = new ArrayList<>();
    if (list != null) {
      for (String argument : list.split(",", -1)) {
        arguments.add(argument.strip());
      }
    }
    return arguments;
  }
}
