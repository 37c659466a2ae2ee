package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.SuiteFile.Subject;
import dev.sluice.dsl.yaml.internal.YamlNode.Style;
import dev.sluice.dsl.yaml.internal.YamlNode.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The names before a colon of {@code columns}: names, names in double quotes, patterns between
 * slashes, with commas between. A key that YAML itself has in double quotes is one name.
 */
public final class SubjectReading {

  private final Text text;
  private final Diagnostics diagnostics;
  private final int[] points;
  private final List<Subject> subjects = new ArrayList<>();
  private int index;

  private SubjectReading(Text text, Diagnostics diagnostics) {
    this.text = text;
    this.diagnostics = diagnostics;
    this.points = text.value().codePoints().toArray();
  }

  /** The subjects that are well formed; the others are told. */
  public static List<Subject> read(Text text, Diagnostics diagnostics) {
    SubjectReading reading = new SubjectReading(text, diagnostics);
    String value = text.value();
    boolean pattern = value.length() > 1 && value.startsWith("/") && value.endsWith("/");
    if (text.style() == Style.DOUBLE_QUOTED && !pattern) {
      reading.add(value, false, true, new Span(0, reading.points.length));
    } else {
      reading.all();
    }
    return reading.subjects;
  }

  private void all() {
    while (true) {
      skipBlanks();
      int sign = index < points.length ? points[index] : ',';
      if (sign == ',') {
        tell(
            "a column's name is missing here", new Span(index, Math.min(index + 1, points.length)));
        return;
      }
      if (sign == '"' || sign == '/') {
        enclosed(sign);
      } else {
        bare();
      }
      skipBlanks();
      if (index >= points.length) {
        return;
      }
      if (points[index] != ',') {
        tell("a comma is missing before this", new Span(index, index + 1));
        return;
      }
      index++;
    }
  }

  private void skipBlanks() {
    while (index < points.length && points[index] <= ' ') {
      index++;
    }
  }

  /** A name in double quotes (doubled within), or a pattern (a slash within has a backslash). */
  private void enclosed(int sign) {
    int start = index;
    StringBuilder name = new StringBuilder();
    index++;
    while (index < points.length) {
      boolean next = index + 1 < points.length;
      if (sign == '/' && points[index] == '\\' && next) {
        if (points[index + 1] != '/') {
          name.append('\\');
        }
        name.appendCodePoint(points[index + 1]);
        index += 2;
      } else if (sign == '"' && points[index] == '"' && next && points[index + 1] == '"') {
        name.append('"');
        index += 2;
      } else if (points[index] == sign) {
        index++;
        add(name.toString(), sign == '/', sign == '"', new Span(start, index));
        return;
      } else {
        name.appendCodePoint(points[index]);
        index++;
      }
    }
    tell("the closing `" + Character.toString(sign) + "` is missing", new Span(start, index));
  }

  private void bare() {
    int start = index;
    while (index < points.length && points[index] != ',') {
      index++;
    }
    int end = index;
    while (end > start && points[end - 1] <= ' ') {
      end--;
    }
    String name = new String(points, start, end - start);
    Span place = new Span(start, end);
    if (Names.isName(name)) {
      add(name, false, false, place);
    } else {
      diagnostics.add(
          Diagnostic.error(
                  Code.E0104, "`" + name + "` is no name without quotes", text.scalar(), place)
              .help("put it in double quotes: \"" + name.replace("\"", "\"\"") + "\""));
    }
  }

  private void add(String name, boolean pattern, boolean quoted, Span local) {
    if (name.isEmpty()) {
      tell(pattern ? "this pattern is empty" : "this name is empty", local);
      return;
    }
    subjects.add(
        new Subject(name, pattern, quoted, text.scalar().part(local), text.scalar().at(local)));
  }

  private void tell(String message, Span local) {
    diagnostics.add(Diagnostic.error(Code.E0104, message, text.scalar(), local));
  }
}
