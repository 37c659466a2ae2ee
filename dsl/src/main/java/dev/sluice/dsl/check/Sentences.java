package dev.sluice.dsl.check;

import dev.sluice.dsl.check.internal.Trees;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Line;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Node;
import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.syntax.SentenceParser;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.dsl.yaml.SuiteFile.ColumnEntry;
import dev.sluice.dsl.yaml.SuiteFile.DefineEntry;
import dev.sluice.dsl.yaml.SuiteFile.LineEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sentences of a suite as trees, each parsed once. */
final class Sentences {

  /** Of {@code slice}: the whole target. */
  static final String ALL = "all";

  private final SuiteFile file;
  private final Diagnostics diagnostics;
  private final Map<Scalar, Optional<Line>> lines = new HashMap<>();
  private final Map<Scalar, Optional<Node>> checks = new HashMap<>();

  Sentences(SuiteFile file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  Optional<Line> line(Scalar text) {
    return lines.computeIfAbsent(text, each -> SentenceParser.line(each, diagnostics));
  }

  Optional<Line> columnLine(Scalar text, Name subject) {
    return SentenceParser.columnLine(text, subject, diagnostics);
  }

  Optional<Node> check(Scalar text) {
    return checks.computeIfAbsent(text, each -> SentenceParser.check(each, diagnostics));
  }

  /** The names of the named lines and queries, by their texts. */
  Map<Scalar, Scalar> names() {
    Map<Scalar, Scalar> names = new HashMap<>();
    Stream.of(
            file.expect().stream(),
            file.ensure().stream(),
            file.columns().stream().flatMap(each -> each.lines().stream()))
        .flatMap(lines -> lines)
        .forEach(each -> each.name().ifPresent(name -> names.put(each.sentence(), name)));
    file.sql().forEach(each -> names.put(each.query(), each.name()));
    return names;
  }

  /** The text of {@code slice} when it is a check. */
  Optional<Scalar> slice() {
    return file.publish()
        .flatMap(SuiteFile.PublishEntry::slice)
        .filter(text -> !text.value().strip().equals(ALL));
  }

  /** Every table that a sentence speaks of, as it is first written. */
  List<Path> tables() {
    List<Node> nodes = new ArrayList<>();
    for (LineEntry entry : file.expect()) {
      line(entry.sentence()).ifPresent(line -> collect(line, nodes));
    }
    for (ColumnEntry entry : file.columns()) {
      for (LineEntry line : entry.lines()) {
        Name subject = new Name("value", false, new Span(0, 0));
        columnLine(line.sentence(), subject).ifPresent(each -> collect(each, nodes));
      }
    }
    for (LineEntry entry : file.ensure()) {
      line(entry.sentence()).ifPresent(line -> collect(line, nodes));
    }
    file.where().flatMap(this::check).ifPresent(nodes::add);
    slice().flatMap(this::check).ifPresent(nodes::add);
    for (DefineEntry entry : file.define()) {
      check(entry.sentence()).ifPresent(nodes::add);
    }
    Map<String, Path> found = new LinkedHashMap<>();
    nodes.forEach(each -> collect(each, found));
    return List.copyOf(found.values());
  }

  private static void collect(Line line, List<Node> nodes) {
    nodes.add(line.check());
    line.where().ifPresent(nodes::add);
    for (Line.Zone zone : line.zones()) {
      if (zone.action() instanceof Line.Action.Default repair) {
        nodes.add(repair.value());
      }
    }
  }

  private static void collect(Node root, Map<String, Path> found) {
    for (Node node : Trees.all(root)) {
      if (node instanceof Node.InTable table) {
        found.putIfAbsent(table.table().text(), table.table());
      } else if (node instanceof Node.Call call && call.source().isPresent()) {
        Path path = call.source().get().table();
        found.putIfAbsent(path.text(), path);
      }
    }
  }
}
