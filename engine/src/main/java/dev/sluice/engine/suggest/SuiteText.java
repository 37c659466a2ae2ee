package dev.sluice.engine.suggest;

import dev.sluice.dsl.diagnostic.Redaction;
import dev.sluice.dsl.diagnostic.TerminalText;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.dsl.yaml.DataFiles;
import dev.sluice.dsl.yaml.YamlText;
import dev.sluice.engine.judge.Wording;
import dev.sluice.engine.prepare.ReadySuite;
import dev.sluice.engine.request.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The draft as a file. */
final class SuiteText {

  /** Comments of one block stand below one another, unless its lines are too different. */
  private static final int WIDEST = 72;

  private final Request request;
  private final ReadySuite suite;
  private final Path folder;
  private final StringBuilder text = new StringBuilder();
  private int lines;

  SuiteText(Request request, ReadySuite suite, Path folder) {
    this.request = request;
    this.suite = suite;
    this.folder = folder.toAbsolutePath().normalize();
  }

  String text() {
    return text.toString();
  }

  int lines() {
    return lines;
  }

  void begin(long rows, int columns) {
    comment(
        "",
        "drafted by `sluice suggest "
            + suite.source().shown()
            + "` from "
            + Wording.count(rows, "rows")
            + " of "
            + Wording.count(columns, "columns"));
    comment("", "they meet every line; whether later rows must is yours to say: drop, tighten, loosen");
  }

  /** Where the data is. */
  void place(Set<String> referred) {
    request.connection().ifPresent(this::connection);
    String target = suite.source().shown();
    boolean named = request.tables().containsKey(target);
    key("table", !named && DataFiles.isFile(target) ? located(target) : target);
    Map<String, String> files = new TreeMap<>(request.tables());
    files.keySet().removeIf(name -> !referred.contains(name) && !name.equals(target));
    if (!files.isEmpty()) {
      text.append("tables:\n");
      files.forEach((name, file) -> text.append("  ").append(pair(name, located(file))));
    }
  }

  private void connection(String written) {
    if (Redaction.holdsSecret(written)) {
      comment("", "connection: its URL holds a secret; name it in sluice.yml, or use --connection");
      return;
    }
    String here = suite.database().connector().located(written, request.directory());
    String there = suite.database().connector().located(written, folder);
    key("connection", here.equals(there) ? written : here);
  }

  /** A path of the request as seen from the suite's folder. */
  private String located(String file) {
    Path directory = request.directory().toAbsolutePath().normalize();
    boolean moved = !directory.equals(folder) && !Path.of(file).isAbsolute();
    return moved
        ? folder.relativize(directory.resolve(file).normalize()).toString().replace('\\', '/')
        : file;
  }

  void expect(Lines drafted) {
    if (!drafted.blocks().isEmpty()) {
      text.append("expect:\n");
    }
    boolean first = true;
    for (List<Suggestion> block : drafted.blocks()) {
      if (!first) {
        text.append('\n');
      }
      first = false;
      block(block);
    }
    if (!drafted.remarks().isEmpty()) {
      text.append(drafted.blocks().isEmpty() ? "" : "\n");
      drafted.remarks().forEach(each -> comment(drafted.blocks().isEmpty() ? "" : "  ", each));
    }
  }

  private void block(List<Suggestion> block) {
    List<String> written =
        block.stream().map(each -> "  - " + YamlText.write(each.sentence())).toList();
    int widest =
        written.stream()
            .mapToInt(TerminalText::width)
            .filter(each -> each <= WIDEST)
            .max()
            .orElse(0);
    for (int index = 0; index < block.size(); index++) {
      text.append(TerminalText.left(written.get(index), widest))
          .append("  # ")
          .append(block.get(index).evidence())
          .append('\n');
      lines++;
    }
  }

  /** Names and types, which are checked without looking at any row. */
  void schema(Table table) {
    text.append("\nschema:\n  columns:\n");
    for (Column column : table.columns()) {
      String type = column.type().is(Family.OTHER) ? "any" : column.type().text();
      text.append("    ").append(pair(column.name(), type));
    }
    lines++;
  }

  private void key(String name, String value) {
    text.append(pair(name, value));
  }

  private static String pair(String name, String value) {
    return YamlText.write(name) + ": " + YamlText.write(value) + "\n";
  }

  private void comment(String indent, String words) {
    text.append(indent).append("# ").append(TerminalText.visible(words)).append('\n');
  }
}
