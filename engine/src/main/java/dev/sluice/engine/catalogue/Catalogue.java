package dev.sluice.engine.catalogue;

import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.table.TableLookup;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.connector.CatalogueReader.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables of one connection, looked up by the names that sentences use: under {@code tables},
 * then in the connection's default schema, then in the candidate's. Only what is asked for is read,
 * and only once, so a table made later is not seen: ask a new catalogue. Not safe for threads.
 *
 * <p>Methods throw {@link CatalogueUnreadable} when the database does not answer.
 */
public final class Catalogue implements TableLookup {

  private final Connection connection;
  private final CatalogueReader reader;
  private final Map<String, String> tableNames;
  private final List<String> candidateSchema;
  private final Map<List<Name>, Found> found;
  private final Map<List<String>, Entry> entries;

  /**
   * @param tableNames from the names under {@code tables} to what they stand for: a table's dotted
   *     name, or a data file's name; and each data file's name to itself
   * @param candidateSchema the schema of the candidate, outermost part first; empty when there is
   *     none
   */
  public Catalogue(
      Connection connection,
      CatalogueReader reader,
      Map<String, String> tableNames,
      List<String> candidateSchema) {
    this(connection, reader, tableNames, candidateSchema, new HashMap<>());
  }

  private Catalogue(
      Connection connection,
      CatalogueReader reader,
      Map<String, String> tableNames,
      List<String> candidateSchema,
      Map<List<String>, Entry> entries) {
    this.connection = connection;
    this.reader = reader;
    this.tableNames = Map.copyOf(tableNames);
    this.candidateSchema = List.copyOf(candidateSchema);
    this.found = new HashMap<>();
    this.entries = entries;
  }

  /** The same tables, looked up beside a candidate; what was read already is kept. */
  public Catalogue beside(Table candidate) {
    List<String> path = candidate.path();
    List<String> schema = path.subList(0, path.size() - 1);
    return new Catalogue(connection, reader, tableNames, schema, entries);
  }

  @Override
  public Found find(Path name) {
    List<Name> key = name.parts().stream().map(Catalogue::withoutPlace).toList();
    Found known = found.get(key);
    if (known == null) {
      try {
        known = look(name);
      } catch (SQLException error) {
        throw new CatalogueUnreadable(error);
      }
      found.put(key, known);
    }
    return known;
  }

  private static Name withoutPlace(Name name) {
    return new Name(name.text(), name.quoted(), new dev.sluice.dsl.source.Span(0, 0));
  }

  /** What is known of a table that {@link #find} gave. */
  public Optional<Entry> entry(Table table) {
    return Optional.ofNullable(entries.get(table.path()));
  }

  private Found look(Path name) throws SQLException {
    Map<List<String>, String> places = new LinkedHashMap<>();
    List<Entry> candidates = new ArrayList<>();
    for (Places.Place place :
        new Places(connection, reader, tableNames, candidateSchema).of(name)) {
      if (places.putIfAbsent(place.entry().table().path(), place.words()) == null) {
        candidates.add(place.entry());
      }
    }
    if (candidates.isEmpty()) {
      return new Found.None(
          Stream.concat(tableNames.keySet().stream().sorted(), reader.names(connection).stream())
              .distinct()
              .toList());
    }
    if (candidates.size() > 1) {
      return new Found.Several(List.copyOf(places.values()));
    }
    return new Found.One(remember(candidates.get(0), name.text()).table());
  }

  /** One table is one record, however many names it goes by; the first name is shown. */
  private Entry remember(Entry entry, String display) {
    Table table = entry.table();
    Table shown = new Table(table.path(), display, table.columns());
    return entries.computeIfAbsent(
        table.path(), path -> new Entry(shown, entry.kind(), entry.primaryKey()));
  }
}
