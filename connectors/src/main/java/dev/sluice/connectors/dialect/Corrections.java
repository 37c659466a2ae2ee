package dev.sluice.connectors.dialect;

import org.apache.calcite.sql.SqlAlienSystemTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Corrections that several dialects of Calcite need. */
public final class Corrections {

  private Corrections() {}

  /**
   * A type in a cast under a database's own word. Calcite's own form says CHARACTER SET, and cuts
   * timestamps to whole seconds.
   */
  public static SqlNode castTo(String word, SqlTypeName type) {
    return new SqlDataTypeSpec(
        new SqlAlienSystemTypeNameSpec(word, type, SqlParserPos.ZERO), SqlParserPos.ZERO);
  }

  /**
   * A text literal with nothing but doubled quotes: no {@code _UTF-8} and no {@code u&} before it.
   * For databases where a backslash means itself.
   */
  public static void quoteText(StringBuilder out, String text) {
    out.append('\'').append(text.replace("'", "''")).append('\'');
  }
}
