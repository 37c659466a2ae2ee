package dev.sluice.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.SentenceParser;
import dev.sluice.dsl.syntax.Shape;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.dsl.yaml.SuiteReader;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that a suite says, without its places and the spelling of its sentences. */
final class SuiteShape {

  private final List<String> said = new ArrayList<>();

  private SuiteShape() {}

  static List<String> of(String text) {
    Diagnostics diagnostics = new Diagnostics();
    SuiteFile suite =
        SuiteReader.read(new SourceFile("suite.yml", text), diagnostics).orElseThrow();
    assertThat(diagnostics.hasErrors()).isFalse();
    SuiteShape shape = new SuiteShape();
    shape.add("suite", suite);
    return shape.said;
  }

  private void add(String name, Object part) {
    if (part instanceof Span || part instanceof SourceFile) {
      return;
    }
    if (part instanceof SuiteFile.ColumnEntry entry) {
      add("subjects", entry.subjects());
      entry.lines().forEach(each -> columnLine(entry, each));
    } else if (part instanceof Scalar scalar) {
      said.add(name + " " + sentence(name, scalar));
    } else if (part instanceof List<?> list) {
      said.add(name + " " + list.size());
      list.forEach(each -> add(name, each));
    } else if (part instanceof Optional<?> optional) {
      optional.ifPresent(each -> add(name, each));
    } else if (part instanceof Record) {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        add(name + "." + component.getName(), get(part, component));
      }
    } else {
      said.add(name + " " + part);
    }
  }

  private void columnLine(SuiteFile.ColumnEntry entry, SuiteFile.LineEntry line) {
    SuiteFile.Subject first = entry.subjects().get(0);
    Name subject = new Name(first.text(), first.quoted(), new Span(0, 0));
    said.add(
        Shape.of(
            SentenceParser.columnLine(line.sentence(), subject, new Diagnostics()).orElseThrow()));
    add("name", line.name());
    add("tags", line.tags());
  }

  private static String sentence(String name, Scalar text) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<?> tree =
        name.endsWith(".where") || name.endsWith("define.sentence")
            ? SentenceParser.check(text, diagnostics)
            : name.endsWith(".sentence")
                ? SentenceParser.line(text, diagnostics)
                : name.endsWith(".slice")
                    ? Optional.of(text.value().strip())
                    : name.endsWith(".except")
                        ? SentenceParser.tolerance(text, diagnostics)
                        : Optional.of(text.value());
    return Shape.of(tree.orElseThrow());
  }

  private static Object get(Object part, RecordComponent component) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException unexpected) {
      throw new LinkageError(unexpected.getMessage(), unexpected);
    }
  }
}
