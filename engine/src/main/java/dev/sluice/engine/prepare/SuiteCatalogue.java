package dev.sluice.engine.prepare;

import dev.sluice.dsl.syntax.Path;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.table.TableLookup;
import dev.sluice.engine.catalogue.Catalogue;
import dev.sluice.engine.catalogue.CatalogueUnreadable;
import dev.sluice.engine.connector.CatalogueReader;
import dev.sluice.engine.run.DatabaseFailure;
import dev.sluice.engine.run.Failures;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tables that a suite may speak of. A load step makes tables while the suite is open: after it
 * the catalogue is read anew.
 */
public final class SuiteCatalogue implements TableLookup {

  private final Supplier<Catalogue> reading;
  private final List<String> defaultSchema;
  private Catalogue catalogue;

  SuiteCatalogue(Supplier<Catalogue> reading, List<String> defaultSchema) {
    this.reading = reading;
    this.defaultSchema = List.copyOf(defaultSchema);
    this.catalogue = reading.get();
  }

  /** Forgets what was read. */
  public void refresh() {
    catalogue = reading.get();
  }

  /** From now on names are also looked up in the candidate's schema. */
  void beside(Table candidate) {
    catalogue.candidate(candidate);
  }

  /**
   * Looks a table up.
   *
   * @throws DatabaseFailure when the database does not answer
   */
  @Override
  public Found find(Path name) {
    try {
      return catalogue.find(name);
    } catch (CatalogueUnreadable unreadable) {
      throw failure(unreadable);
    }
  }

  private static DatabaseFailure failure(CatalogueUnreadable unreadable) {
    return unreadable.getCause() instanceof SQLException error
        ? Failures.failure(error)
        : new DatabaseFailure("database", Failures.words(unreadable));
  }

  /** The schema in which tables without one lie, outermost part first. */
  public List<String> defaultSchema() {
    return defaultSchema;
  }

  /** What is known of a table that {@link #find} gave. */
  public Optional<CatalogueReader.Entry> entry(Table table) {
    return catalogue.entry(table);
  }
}
