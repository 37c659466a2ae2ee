package dev.sluice.engine.catalogue;

import dev.sluice.dsl.syntax.Name;
import dev.sluice.dsl.syntax.Path;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.connector.CatalogueReader.Entry;
import dev.sluice.engine.connector.CatalogueReader.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every place in which a name is found, in the order of looking. */
final class Places {

  /**
   * @param words the place for people
   */
  record Place(Entry entry, String words) {}

  private final Connection connection;
  private final CatalogueReader reader;
  private final Map<String, String> tableNames;
  private final List<String> candidateSchema;

  Places(
      Connection connection,
      CatalogueReader reader,
      Map<String, String> tableNames,
      List<String> candidateSchema) {
    this.connection = connection;
    this.reader = reader;
    this.tableNames = tableNames;
    this.candidateSchema = candidateSchema;
  }

  List<Place> of(Path name) throws SQLException {
    List<Place> places = new ArrayList<>(underTables(name));
    List<String> parts = name.parts().stream().map(Name::text).toList();
    boolean exact = name.parts().stream().anyMatch(Name::quoted);
    if (parts.size() > 1) {
      places.addAll(stored(parts, exact));
      return places;
    }
    List<String> usual = reader.defaultSchema(connection);
    places.addAll(stored(joined(usual, parts), exact));
    if (!candidateSchema.isEmpty() && !candidateSchema.equals(usual)) {
      places.addAll(stored(joined(candidateSchema, parts), exact));
    }
    return places;
  }

  private static List<String> joined(List<String> schema, List<String> parts) {
    List<String> path = new ArrayList<>(schema);
    path.addAll(parts);
    return path;
  }

  private List<Place> stored(List<String> parts, boolean exact) throws SQLException {
    return reader.find(connection, parts, exact).stream()
        .filter(entry -> entry.kind() != Kind.FILE)
        .map(entry -> new Place(entry, "`" + String.join(".", entry.table().path()) + "`"))
        .toList();
  }

  private List<Place> underTables(Path name) throws SQLException {
    List<Place> places = new ArrayList<>();
    for (String key : keys(name)) {
      for (Entry entry : target(tableNames.getOrDefault(key, key))) {
        places.add(new Place(entry, "`" + key + "` under `tables`"));
      }
    }
    boolean exact = name.parts().stream().anyMatch(Name::quoted);
    reader.find(connection, List.of(name.text()), exact).stream()
        .filter(entry -> entry.kind() == Kind.FILE)
        .map(entry -> new Place(entry, "the data file `" + entry.table().display() + "`"))
        .forEach(places::add);
    return places;
  }

  /** The names under {@code tables} that are meant: the exact one, else those in another case. */
  private List<String> keys(Path name) {
    String text = name.text();
    if (tableNames.containsKey(text)) {
      return List.of(text);
    }
    boolean exact = name.parts().stream().anyMatch(Name::quoted);
    return tableNames.keySet().stream()
        .filter(key -> !exact && key.equalsIgnoreCase(text))
        .sorted()
        .toList();
  }

  private List<Entry> target(String target) throws SQLException {
    List<Entry> files =
        reader.find(connection, List.of(target), true).stream()
            .filter(entry -> entry.kind() == Kind.FILE)
            .toList();
    if (!files.isEmpty()) {
      return files;
    }
    DottedName dotted = DottedName.of(target);
    List<String> parts = dotted.parts();
    if (parts.size() == 1) {
      parts = joined(reader.defaultSchema(connection), parts);
    }
    return reader.find(connection, parts, dotted.quoted()).stream()
        .filter(entry -> entry.kind() != Kind.FILE)
        .toList();
  }
}
