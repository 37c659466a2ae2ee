package dev.sluice.dsl.syntax;

import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.yaml.SuiteFile;
import dev.sluice.dsl.yaml.SuiteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every sentence that a document shows, wrong ones among them: in tables, in suites, behind {@code
 * -e}, and in the suites of the examples.
 */
final class DocumentSentences {

  private static final Path ROOT = Path.of(System.getProperty("sluice.root"));
  private static final Pattern TABLE = Pattern.compile("(?m)(?:^\\|.*\n)+");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern SUITE = Pattern.compile("(?s)```yaml\n(.*?)```\n");
  private static final Pattern NAMED = Pattern.compile("# ([\\w.-]+)(?:, continued)?\n");
  private static final Pattern GIVEN = Pattern.compile("(?:-e|--expect) '([^']+(?:''[^']*)*)'");

  private final Set<String> found = new LinkedHashSet<>();

  private DocumentSentences() {}

  static List<String> all() throws IOException {
    DocumentSentences sentences = new DocumentSentences();
    for (Path file : files("", ".md")) {
      sentences.document(Files.readString(file));
    }
    for (Path file : files("examples", ".yml")) {
      sentences.suite(file.toString(), Files.readString(file));
    }
    return List.copyOf(sentences.found);
  }

  private static List<Path> files(String folder, String end) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String each : folder.isEmpty() ? List.of(".", "docs", "docs/errors") : List.of(folder)) {
      int depth = folder.isEmpty() ? 1 : 5;
      try (Stream<Path> files = Files.walk(ROOT.resolve(each), depth)) {
        files.filter(file -> file.toString().endsWith(end)).sorted().forEach(found::add);
      }
    }
    return found;
  }

  private void document(String text) {
    TABLE.matcher(text).results().forEach(table -> table(table.group().lines().toList()));
    GIVEN.matcher(text).results().forEach(given -> found.add(given.group(1)));
    Map<String, String> suites = new LinkedHashMap<>();
    SUITE
        .matcher(text)
        .results()
        .forEach(
            block -> {
              Matcher name = NAMED.matcher(block.group(1));
              String key = name.lookingAt() ? name.group(1) : "block " + suites.size();
              suites.merge(key, block.group(1), String::concat);
            });
    suites.forEach(this::suite);
  }

  private void table(List<String> rows) {
    List<String> heads = cells(rows.get(0));
    int column = Math.max(heads.indexOf("sentence"), heads.indexOf("line"));
    if (column < 0) {
      return;
    }
    for (String row : rows.subList(2, rows.size())) {
      CODE.matcher(cells(row).get(column)).results().forEach(code -> found.add(code.group(1)));
    }
  }

  private static List<String> cells(String row) {
    return List.of(row.split("\\|", -1)).stream().map(String::strip).toList();
  }

  private void suite(String name, String text) {
    SuiteReader.read(new SourceFile(name, text), new Diagnostics()).ifPresent(this::sentences);
  }

  private void sentences(SuiteFile suite) {
    suite.where().ifPresent(this::add);
    suite.expect().forEach(line -> add(line.sentence()));
    suite.ensure().forEach(line -> add(line.sentence()));
    suite.define().forEach(entry -> add(entry.sentence()));
    suite.publish().flatMap(SuiteFile.PublishEntry::slice).ifPresent(this::add);
    suite.columns().stream()
        .flatMap(entry -> entry.lines().stream())
        .forEach(
            line ->
                // a test alone is of the subject, which stands for it as `value`
                found.add(
                    (line.sentence().value().contains("value") ? "" : "value ")
                        + line.sentence().value()));
  }

  private void add(Scalar sentence) {
    found.add(sentence.value());
  }
}
