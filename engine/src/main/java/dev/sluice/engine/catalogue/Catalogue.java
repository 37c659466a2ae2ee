package dev.sluice.engine.catalogue;

import dev.sluice.dsl.source.Span;
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
  private final Map<List<Name>, Found> found = new HashMap<>();
  private final Map<List<String>, Entry> entries = new HashMap<>();
  private List<String> candidateSchema;

  /**
   * A catalogue that does not know the candidate yet, see {@link #candidate}.
   *
   * @param tableNames from the names under {@code tables} to names of tables, dotted; data files
   *     are found without
   */
  public Catalogue(Connection connection, CatalogueReader reader, Map<String, String> tableNames) {
    this(connection, reader, tableNames, List.of());
  }

  /**
   * A catalogue beside a candidate.
   *
   * @param tableNames from the names under {@code tables} to names of tables, dotted; data files
   *     are found without
   * @param candidateSchema the schema of the candidate, outermost part first; empty for none
   */
  public Catalogue(
      Connection connection,
      CatalogueReader reader,
      Map<String, String> tableNames,
      List<String> candidateSchema) {
    this.connection = connection;
    this.reader = reader;
    this.tableNames = Map.copyOf(tableNames);
    this.candidateSchema = List.copyOf(candidateSchema);
  }

  /** From now on names are looked up in this table's schema too. */
  public void candidate(Table candidate) {
    List<String> path = candidate.path();
    candidateSchema = List.copyOf(path.subList(0, path.size() - 1));
    found.clear();
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
    return new Name(name.text(), name.quoted(), new Span(0, 0));
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
        table.path(), path -> new Entry(shown, entry.kind(), entry.primaryKey(), entry.filled()));
  }
}
