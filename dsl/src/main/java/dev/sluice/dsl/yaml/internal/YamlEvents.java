package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.internal.YamlNode.Broken;
import dev.sluice.dsl.yaml.internal.YamlNode.Field;
import dev.sluice.dsl.yaml.internal.YamlNode.Fields;
import dev.sluice.dsl.yaml.internal.YamlNode.Items;
import dev.sluice.dsl.yaml.internal.YamlNode.Style;
import dev.sluice.dsl.yaml.internal.YamlNode.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one document from the stream of SnakeYAML's events, the parser beneath Jackson's: of the
 * two only its events tell the quoting, the tag and both ends of a text.
 */
final class YamlEvents {

  private final SourceFile file;
  private final int[] raw;
  private final List<Span> blanked;
  private final Diagnostics diagnostics;
  private final ParserImpl events;
  private final Alterations alterations;

  YamlEvents(SourceFile file, int[] raw, List<Span> blanked, Diagnostics diagnostics) {
    this.file = file;
    this.raw = raw;
    this.blanked = blanked;
    this.diagnostics = diagnostics;
    this.alterations = new Alterations(file);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.events = new ParserImpl(new StreamReader(new String(raw, 0, raw.length)), options);
  }

  /** The only document; empty when it is more than one. */
  Optional<YamlNode> document() {
    events.getEvent();
    if (events.checkEvent(Event.ID.StreamEnd)) {
      return Optional.of(missing(new Span(0, 0)));
    }
    events.getEvent();
    YamlNode root = node(0);
    events.getEvent();
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      int start = events.peekEvent().getStartMark().getIndex();
      diagnostics.add(
          Diagnostic.error(
                  Code.E0104, "a file holds one document", file, new Span(start, start + 3))
              .help("move what follows `---` to a file of its own"));
    }
    return Optional.of(root);
  }

  private YamlNode node(int depth) {
    Event event = events.getEvent();
    Span span = span(event, event);
    if (event instanceof AliasEvent alias) {
      alterations.alias(alias.getAnchor(), span).ifPresent(diagnostics::add);
      return new Broken(span);
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, span);
    }
    if (depth >= Limits.DEPTH) {
      throw new YamlTree.TooDeep(span);
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    YamlNode node = start instanceof MappingStartEvent ? fields(start, depth) : items(start, depth);
    boolean altered = hasProperty(start, start.getTag());
    if (altered) {
      diagnostics.add(alterations.property(node.span(), start.getAnchor(), false));
    }
    return altered ? new Broken(node.span()) : node;
  }

  private static boolean hasProperty(NodeEvent event, String tag) {
    return tag != null || event.getAnchor() != null;
  }

  private YamlNode scalar(ScalarEvent event, Span span) {
    if (blanked.stream().anyMatch(each -> each.start() == span.start())) {
      return new Broken(span);
    }
    if (hasProperty(event, event.getTag())) {
      diagnostics.add(alterations.property(span, event.getAnchor(), true));
      return new Broken(span);
    }
    Style style = style(event);
    Optional<YamlNode> text =
        ScalarPlaces.read(file, raw, span, style, event.getValue())
            .map(scalar -> new Text(scalar, style));
    return text.orElseGet(
        () -> {
          diagnostics.add(alterations.unexplained(span));
          return new Broken(span);
        });
  }

  private static Style style(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
      case LITERAL -> Style.LITERAL;
      case FOLDED -> Style.FOLDED;
      default -> Style.PLAIN;
    };
  }

  private YamlNode items(CollectionStartEvent start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(depth + 1));
    }
    Span span = span(start, events.getEvent());
    Optional<Diagnostic> split = start.isFlow() ? alterations.split(items, '[') : Optional.empty();
    split.ifPresent(diagnostics::add);
    return split.isPresent() ? new Broken(span) : new Items(items, start.isFlow(), span);
  }

  private YamlNode fields(CollectionStartEvent start, int depth) {
    List<Field> fields = new ArrayList<>();
    Map<String, Span> seen = new HashMap<>();
    List<YamlNode> parts = new ArrayList<>();
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      YamlNode key = node(depth + 1);
      YamlNode value = node(depth + 1);
      parts.add(key);
      parts.add(value);
      if (key instanceof Text text) {
        Span before = seen.putIfAbsent(text.value(), text.span());
        if (before == null) {
          fields.add(new Field(text, value));
        } else {
          diagnostics.add(
              Diagnostic.error(
                      Code.E0103,
                      "the key `" + text.value() + "` is given twice",
                      file,
                      text.span())
                  .label(before, "first given here"));
        }
      } else if (!(key instanceof Broken)) {
        diagnostics.add(
            Diagnostic.error(Code.E0104, "a key is a text", file, key.span())
                .help("give one name, a colon, and its value"));
      }
    }
    Span span = span(start, events.getEvent());
    Optional<Diagnostic> split = start.isFlow() ? alterations.split(parts, '{') : Optional.empty();
    split.ifPresent(diagnostics::add);
    return split.isPresent() ? new Broken(span) : new Fields(fields, start.isFlow(), span);
  }

  private Text missing(Span span) {
    return new Text(new PlacedText().scalar(file, span), Style.PLAIN);
  }

  /** From the start of one event to the end of another, without the line ends behind it. */
  private Span span(Event first, Event last) {
    int start = first.getStartMark().getIndex();
    int end = Math.max(start, last.getEndMark().getIndex());
    boolean block = last instanceof ScalarEvent scalar && (scalar.isLiteral() || scalar.isFolded());
    while (!block && end > start && raw[end - 1] <= ' ') {
      end--;
    }
    return new Span(start, end);
  }
}
