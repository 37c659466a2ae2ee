package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Tables made by us, and names quoted. */
public final class Definitions {

  private final SqlProfile profile;

  public Definitions(SqlProfile profile) {
    this.profile = profile;
  }

  /**
   * The type that the database itself gave for a column is kept; one without has its portable
   * type's name. Nothing is declared NOT NULL: what violates a constraint must fit into a
   * quarantine.
   */
  public Statement create(Table table, List<Column> columns, boolean temporary) {
    return create(table, list(columns), temporary);
  }

  /** A temporary table of the same columns, whose rows can be told apart. */
  public Statement createCopy(Table table, List<Column> columns) {
    String identity = profile.identityDefinition().map(each -> ",\n  " + each).orElse("");
    return create(table, list(columns) + identity, true);
  }

  private String list(List<Column> columns) {
    return columns.stream()
        .map(column -> "  " + declared(column))
        .collect(Collectors.joining(",\n"));
  }

  private Statement create(Table table, String list, boolean temporary) {
    String template = temporary ? profile.temporaryTableTemplate() : "CREATE TABLE {0} {1}";
    int columnsAt = template.indexOf("{1}");
    String head = template.substring(0, columnsAt).replace("{0}", quoted(table));
    String tail = template.substring(columnsAt + "{1}".length());
    return new Statement(head + "(\n" + list + "\n)" + tail, List.of());
  }

  /** One more column in a table that is there; rows have NULL in it. */
  public Statement add(Table table, Column column) {
    return new Statement(
        "ALTER TABLE " + quoted(table) + " ADD COLUMN " + declared(column), List.of());
  }

  private String declared(Column column) {
    return quoted(column.name()) + " " + type(column);
  }

  public String quoted(Table table) {
    return table.path().stream().map(this::quoted).collect(Collectors.joining("."));
  }

  public String quoted(String identifier) {
    return profile.dialect().quoteIdentifier(identifier);
  }

  private String type(Column column) {
    return column.nativeType().isEmpty() ? profile.typeName(column.type()) : column.nativeType();
  }
}
