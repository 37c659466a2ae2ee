package dev.sluice.engine.suggest;

import dev.sluice.dsl.diagnostic.Redaction;
import dev.sluice.dsl.diagnostic.TerminalText;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Printer;
import dev.sluice.dsl.syntax.Words;
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
import java.util.function.Function;

/** The draft as a file. */
final class SuiteText {

  /** Comments stand behind their lines, below one another; those of longer lines stand above. */
  private static final int WIDEST = 80;

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
    comment(
        "",
        "these rows meet every line; what later rows must meet is yours to say: keep, change or drop");
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
    if (!written.startsWith("jdbc:")) {
      key("connection", written);
      return;
    }
    // A path within the URL is relative to the suite, too.
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

  /**
   * The lines: sentences under {@code expect}, but for columns whose names would need quotes in
   * every one of them. These are named once, under {@code columns}.
   */
  void lines(Lines drafted) {
    List<Lines.Block> plain = drafted.blocks().stream().filter(SuiteText::isPlain).toList();
    List<Lines.Block> odd = drafted.blocks().stream().filter(each -> !isPlain(each)).toList();
    String between = "";
    text.append(plain.isEmpty() ? "" : "expect:\n");
    for (Lines.Block block : plain) {
      text.append(between);
      block("  - ", block.lines(), Suggestion::sentence);
      between = "\n";
    }
    text.append(odd.isEmpty() ? "" : between + "columns:\n");
    between = "";
    for (Lines.Block block : odd) {
      Name subject = new Name(block.column().orElseThrow(), true, new Span(0, 0));
      text.append(between).append("  ").append(subject(subject.text())).append(":\n");
      block("    - ", block.lines(), each -> Printer.columnLine(each.line(), subject));
      between = "\n";
    }
    if (!drafted.remarks().isEmpty()) {
      text.append(drafted.blocks().isEmpty() ? "" : "\n");
      drafted.remarks().forEach(each -> comment("", each));
    }
  }

  private static boolean isPlain(Lines.Block block) {
    return block.column().filter(name -> !Words.isPlain(name)).isEmpty();
  }

  private static String subject(String name) {
    boolean pattern = name.length() > 1 && name.startsWith("/") && name.endsWith("/");
    return pattern ? YamlText.write(Facts.spelt(name)) : YamlText.quoted(name);
  }

  private void block(String dash, List<Suggestion> block, Function<Suggestion, String> form) {
    List<String> written =
        block.stream().map(each -> dash + YamlText.write(form.apply(each))).toList();
    int widest =
        written.stream()
            .mapToInt(TerminalText::width)
            .filter(each -> each <= WIDEST)
            .max()
            .orElse(0);
    for (int index = 0; index < block.size(); index++) {
      String line = written.get(index);
      String evidence = block.get(index).evidence();
      if (TerminalText.width(line) > WIDEST) {
        comment(dash.replace("- ", ""), evidence);
        text.append(line).append('\n');
      } else {
        text.append(TerminalText.left(line, widest)).append("  # ").append(evidence).append('\n');
      }
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
