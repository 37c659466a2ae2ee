package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.jspecify.annotations.Nullable;

/**
 * SQL with holes: {@code {0}} is the first operand, {@code {1..}} all from the second on with
 * commas between, {@code {0.. || }} all with {@code ||} between. Operands are put in brackets
 * unless they need none. The names of types, {@code {double}}, are filled in beforehand, see {@link
 * #withTypes}.
 */
final class Template {

  private static final Pattern HOLE = Pattern.compile("\\{(\\d+)(?:\\.\\.([^}]*))?}");
  private static final Pattern TYPE = Pattern.compile("\\{([a-z]+)}");

  /** Text, then perhaps an operand (-1 for none), or with a joint all operands from it on. */
  private record Piece(String text, int first, @Nullable String joint) {}

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private final boolean closed;

  /** {@code bare}: it needs no brackets where it stands, though it is more than one term. */
  Template(String text, boolean bare) {
    this.text = text;
    Matcher holes = HOLE.matcher(text);
    int from = 0;
    while (holes.find()) {
      pieces.add(
          new Piece(
              text.substring(from, holes.start()),
              Integer.parseInt(holes.group(1)),
              holes.group(2) == null || !holes.group(2).isEmpty() ? holes.group(2) : ", "));
      from = holes.end();
    }
    pieces.add(new Piece(text.substring(from), -1, null));
    this.closed = bare || isClosed(text);
  }

  /** The names of types in braces replaced by the database's own. */
  static String withTypes(String text, UnaryOperator<String> nameOfType) {
    return TYPE.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(nameOfType.apply(found.group(1))));
  }

  /** The type that a word in braces stands for; {@code whole} is an integer of any size. */
  static Type type(String word) {
    return switch (word) {
      case "text" -> Type.TEXT;
      case "integer" -> Type.INTEGER;
      case "whole" -> Type.decimal(38, 0);
      case "decimal" -> Type.DECIMAL;
      case "double" -> Type.DOUBLE;
      case "boolean" -> Type.BOOLEAN;
      case "date" -> Type.DATE;
      case "time" -> Type.TIME;
      case "timestamp" -> Type.TIMESTAMP;
      case "timestamptz" -> Type.TIMESTAMPTZ;
      case "uuid" -> Type.UUID;
      default -> throw new IllegalArgumentException("no type is named " + word + " in a template");
    };
  }

  void write(SqlWriter writer, List<SqlNode> operands) {
    boolean bracket = !closed;
    SqlWriter.Frame frame = bracket ? writer.startList("(", ")") : null;
    for (int place = 0; place < pieces.size(); place++) {
      Piece piece = pieces.get(place);
      if (place > 0) {
        writer.setNeedWhitespace(piece.text().startsWith(" "));
      }
      text(writer, piece.text());
      String joint = piece.joint();
      if (joint != null) {
        for (int i = piece.first(); i < operands.size(); i++) {
          if (i > piece.first()) {
            writer.setNeedWhitespace(joint.startsWith(" "));
            text(writer, joint);
          }
          operand(writer, operands.get(i));
        }
      } else if (piece.first() >= 0) {
        operand(writer, operands.get(piece.first()));
      }
    }
    writer.setNeedWhitespace(true);
    if (frame != null) {
      writer.endList(frame);
    }
  }

  /** The text with exactly its own white space behind it. */
  private static void text(SqlWriter writer, String text) {
    if (!text.isEmpty()) {
      if (!text.isBlank()) {
        writer.literal(text.strip());
      }
      writer.setNeedWhitespace(text.endsWith(" "));
    }
  }

  private static void operand(SqlWriter writer, SqlNode operand) {
    if (needsBrackets(operand)) {
      SqlWriter.Frame frame = writer.startList("(", ")");
      operand.unparse(writer, 0, 0);
      writer.endList(frame);
    } else {
      operand.unparse(writer, 0, 0);
    }
  }

  private static boolean needsBrackets(SqlNode operand) {
    if (!(operand instanceof SqlCall call)) {
      return false;
    }
    return !(call.getOperator() instanceof TemplateOperator
        || call.getOperator() instanceof SqlFunction
        || call.getKind() == SqlKind.CASE);
  }

  /** Whether the text is one term, whatever stands around it. */
  private static boolean isClosed(String text) {
    if (text.matches("\\{\\d+}|[A-Za-z_0-9.]+|'[^']*'")
        || (text.startsWith("CASE ") && text.endsWith(" END"))) {
      return true;
    }
    Matcher head = Pattern.compile("[A-Za-z_]*\\(").matcher(text);
    if (!head.lookingAt()) {
      return false;
    }
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '\'';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && c == ')' && !quoted) {
        return i == text.length() - 1;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return text;
  }
}
