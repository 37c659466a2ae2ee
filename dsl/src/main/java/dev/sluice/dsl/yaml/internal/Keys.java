package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.diagnostic.DidYouMean;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.internal.YamlNode.Broken;
import dev.sluice.dsl.yaml.internal.YamlNode.Field;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import dev.sluice.dsl.yaml.internal.YamlNode.Items;
import dev.sluice.dsl.yaml.internal.YamlNode.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys of one place of the language, such as those under {@code publish}, and their shapes. */
public final class Keys {

  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
  private static final int FEW = 8;

  private final SourceFile file;
  private final Diagnostics diagnostics;
  private final Fields fields;
  private final Set<String> suggested = new HashSet<>();

  /** Refuses every key that is not known here. */
  public Keys(SourceFile file, Fields fields, List<String> known, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
    this.fields = fields;
    for (Field field : fields.fields()) {
      if (!known.contains(field.name())) {
        refuse(field, known);
      }
    }
  }

  private void refuse(Field field, List<String> known) {
    Diagnostic unknown =
        error(Code.E0102, "unknown key `" + field.name() + "`", field.key().span());
    if (field.name().equals("<<")) {
      diagnostics.add(unknown.help("merge keys are not read here: write the keys out"));
      return;
    }
    List<String> near = ForeignKeys.meant(field.name(), known);
    suggested.addAll(near);
    if (!near.isEmpty()) {
      diagnostics.add(unknown.help(DidYouMean.phrase(near)));
    } else if (ForeignKeys.isClause(field.name(), known)) {
      diagnostics.add(
          unknown.help("clauses stand in the sentence: `amount > 0 where ... else warn`"));
    } else if (known.size() <= FEW) {
      diagnostics.add(unknown.help("known here: " + DidYouMean.alternatives(known)));
    } else {
      diagnostics.add(unknown);
    }
  }

  /** Whether the key stands there, with whatever value, or was probably meant. */
  public boolean meant(String key) {
    return suggested.contains(key) || field(key).isPresent();
  }

  public boolean has(String key) {
    return field(key).isPresent();
  }

  public Optional<Field> field(String key) {
    return fields.fields().stream().filter(each -> each.name().equals(key)).findFirst();
  }

  /** The place of a key, or of all keys when it is not there. */
  public Span place(String key) {
    return field(key).map(each -> each.key().span()).orElseGet(this::firstKey);
  }

  /** The place to point at when something is missing. */
  public Span firstKey() {
    return fields.fields().isEmpty() ? fields.span() : fields.fields().get(0).key().span();
  }

  /** A value that is there; broken values are none. */
  public Optional<YamlNode> value(String key) {
    return field(key)
        .map(Field::value)
        .filter(each -> !(each instanceof Broken))
        .filter(each -> !(each instanceof Text text && text.missing()));
  }

  /** A text with something in it. */
  public Optional<Scalar> text(String key) {
    Optional<Scalar> text = rawText(key);
    if (text.isPresent() && text.get().value().isBlank()) {
      tell(Code.E0104, "`" + key + "` is empty", place(key));
      return Optional.empty();
    }
    return text;
  }

  /** A text, which may be empty when it is quoted. */
  public Optional<Scalar> rawText(String key) {
    Optional<Field> field = field(key).filter(each -> !(each.value() instanceof Broken));
    if (field.isEmpty()) {
      return Optional.empty();
    }
    if (field.get().value() instanceof Text text) {
      if (text.missing()) {
        tell(Code.E0104, "`" + key + "` is empty", place(key));
        return Optional.empty();
      }
      return Optional.of(text.scalar());
    }
    YamlNode value = field.get().value();
    tell(Code.E0104, "`" + key + "` takes a text, not " + shape(value), place(key));
    return Optional.empty();
  }

  /** A text without which its place has no meaning. */
  public Optional<Scalar> required(String key, String what) {
    if (!meant(key)) {
      diagnostics.add(
          error(Code.E0105, what + " needs the key `" + key + "`", firstKey())
              .help("add `" + key + ": ...`"));
    }
    return text(key);
  }

  /** One text, or a list of them. */
  public List<Text> texts(String key) {
    Optional<YamlNode> value = value(key);
    List<YamlNode> nodes =
        value
            .map(each -> each instanceof Items items ? items.items() : List.of(each))
            .orElse(List.of());
    List<Text> texts = new ArrayList<>();
    for (YamlNode node : nodes) {
      if (node instanceof Text text) {
        if (text.value().isBlank()) {
          tell(Code.E0104, "`" + key + "` holds an empty entry", place(key));
        } else {
          texts.add(text);
        }
      } else if (!(node instanceof Broken)) {
        tell(Code.E0104, "`" + key + "` takes texts, not " + shape(node), node.span());
      }
    }
    return texts;
  }

  /** {@link #texts} without their quoting. */
  public List<Scalar> scalars(String key) {
    return texts(key).stream().map(Text::scalar).toList();
  }

  public Optional<Boolean> truth(String key) {
    return text(key)
        .flatMap(text -> choice(key, text, List.of("true", "false")))
        .map(text -> text.value().equals("true"));
  }

  /** A number of things: digits alone, 0 or more. */
  public Optional<Long> count(String key, long most) {
    return text(key)
        .filter(
            text -> {
              boolean fits =
                  WHOLE.matcher(text.value()).matches() && Long.parseLong(text.value()) <= most;
              if (!fits) {
                String range = most == Long.MAX_VALUE ? "0 or more" : "0 to " + most;
                tell(Code.E0104, "`" + key + "` is a whole number, " + range, text.span());
              }
              return fits;
            })
        .map(text -> Long.parseLong(text.value()));
  }

  /** One of a few words. */
  public Optional<Scalar> choice(String key, List<String> words) {
    return text(key).flatMap(text -> choice(key, text, words));
  }

  private Optional<Scalar> choice(String key, Scalar text, List<String> words) {
    if (words.contains(text.value())) {
      return Optional.of(text);
    }
    String message = "`" + key + "` is " + DidYouMean.alternatives(words);
    Diagnostic refused = error(Code.E0104, message, text.span());
    String near = DidYouMean.phrase(text.value(), words);
    diagnostics.add(near.isEmpty() ? refused : refused.help(near));
    return Optional.empty();
  }

  /** Keys with values of their own under a key. */
  public Optional<Fields> fields(String key, String example) {
    Optional<YamlNode> value = value(key);
    if (value.isPresent() && !(value.get() instanceof Fields)) {
      String message = "`" + key + "` takes keys and values, not " + shape(value.get());
      diagnostics.add(error(Code.E0104, message, place(key)).help("such as `" + example + "`"));
    }
    return value.filter(Fields.class::isInstance).map(Fields.class::cast);
  }

  /** Adds an error at a place of this file. */
  public void tell(Code code, String message, Span place) {
    diagnostics.add(error(code, message, place));
  }

  public Diagnostic error(Code code, String message, Span place) {
    return Diagnostic.error(code, message, file, place);
  }

  public SourceFile file() {
    return file;
  }

  public Diagnostics diagnostics() {
    return diagnostics;
  }

  public Fields all() {
    return fields;
  }

  /** What a value is, in words. */
  public static String shape(YamlNode node) {
    if (node instanceof Items) {
      return "a list";
    }
    if (node instanceof Fields) {
      return "keys and values";
    }
    return node instanceof Text text && text.missing() ? "nothing" : "a text";
  }
}
