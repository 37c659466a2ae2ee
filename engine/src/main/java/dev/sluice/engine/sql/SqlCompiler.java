package dev.sluice.engine.sql;

import dev.sluice.dsl.expression.Expression;
import dev.sluice.dsl.table.Column;
import dev.sluice.dsl.table.Table;
import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.plan.KeyScan;
import dev.sluice.engine.plan.Marks;
import dev.sluice.engine.plan.Measurement;
import dev.sluice.engine.plan.Offenders;
import dev.sluice.engine.plan.Recalled;
import dev.sluice.engine.plan.Relation;
import dev.sluice.engine.plan.Scan;
import dev.sluice.engine.sql.internal.Compilation;
import dev.sluice.engine.sql.internal.Definitions;
import dev.sluice.engine.sql.internal.Faults;
import dev.sluice.engine.sql.internal.Layout;
import dev.sluice.engine.sql.internal.Missing;
import dev.sluice.engine.sql.internal.Questions;
import dev.sluice.engine.sql.internal.Recalling;
import dev.sluice.engine.sql.internal.Recording;
import dev.sluice.engine.sql.internal.SamplesTogether;
import dev.sluice.engine.sql.internal.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what the engine wants to know and to do as SQL of one kind of database. */
public final class SqlCompiler {

  private final SqlProfile profile;

  public SqlCompiler(SqlProfile profile) {
    this.profile = profile;
  }

  /** Names of functions and metrics that the expression uses and this database does not have. */
  public Set<String> missing(Expression expression) {
    return Missing.in(profile, expression);
  }

  /** The statement of a scan; it gives one row. */
  public Statement compile(Scan scan) {
    return new Compilation(profile).scan(scan);
  }

  /**
   * What the row that {@link #compile} gave says.
   *
   * @param row values as the driver gives them, in the order of the columns
   */
  public Map<Measurement, Measurement.Result> results(Scan scan, List<@Nullable Object> row) {
    return new Layout(scan, profile).decode(row);
  }

  /**
   * Fetches the keys at fault.
   *
   * @param narrowing true for all rows with such keys: nothing else need be read
   */
  public Statement keys(KeyScan scan, Optional<Expression> narrowing) {
    return new Faults(profile).keys(scan, narrowing);
  }

  /** What the rows that {@link #keys} gave say. */
  public Offenders offenders(KeyScan scan, List<List<@Nullable Object>> rows) {
    return Faults.offenders(scan, rows);
  }

  /** Asks if any key is repeated; it gives one row. */
  public Statement screen(KeyScan scan) {
    return new Faults(profile).screen(scan);
  }

  /** Whether the row that {@link #screen} gave says that none is. */
  public boolean passes(List<@Nullable Object> row) {
    return Faults.passes(row);
  }

  /** Rows for which a check is false. */
  public Statement samples(Sought sought) {
    return new Questions(profile).violating(sought);
  }

  /** The same of several checks on one relation that need no other rows, see {@link Sought}. */
  public Statement samples(List<Sought> sought) {
    return new SamplesTogether(profile).of(sought);
  }

  /** The first rows that the database comes upon: these columns, values as comparisons see them. */
  public Statement rows(Relation relation, List<Column> columns, int limit) {
    return new Questions(profile).some(relation, columns, limit);
  }

  /**
   * Groups for which the check is not true: their columns, then what is shown, by name to value;
   * ordered by the columns.
   */
  public Statement groupSamples(
      Measurement.Groups groups, Map<String, Expression> shown, int limit) {
    return new Questions(profile).violating(groups, shown, limit);
  }

  /**
   * The candidate's marks written down: a temporary table is made and filled. It takes two
   * statements, because CREATE TABLE ... AS takes no parameters everywhere.
   */
  public List<Statement> createMarks(Relation.Stored source, Marks marks) {
    return createMarks(source, Optional.empty(), marks);
  }

  /** The same; {@code onTrial} says which of the rows may be marked. */
  public List<Statement> createMarks(
      Relation.Stored source, Optional<Expression> onTrial, Marks marks) {
    return List.of(
        new Definitions(profile).create(marks.table(), marks.table().columns(), true),
        new Writes(profile).marks(source, onTrial, marks));
  }

  /** The columns that the table of marks of these flags has. */
  public List<Column> markColumns(List<String> flags) {
    List<Column> columns = new ArrayList<>(List.of(identity(Marks.ROW, profile.rowKeyType())));
    flags.forEach(flag -> columns.add(new Column(flag, Type.BOOLEAN, "", false)));
    return columns;
  }

  private static Column identity(String name, String type) {
    return new Column(name, Type.other(type), type, false);
  }

  /** The columns of a table of recalled rows that have these. */
  public List<Column> recalledColumns(List<Column> columns) {
    List<Column> all = new ArrayList<>(columns);
    all.add(identity(Recalled.ORIGIN, profile.rowIdentityType()));
    all.add(new Column(Recalled.ON_TRIAL, Type.BOOLEAN, "", false));
    all.add(new Column(Recalled.STANDING, Type.BOOLEAN, "", false));
    return all;
  }

  /**
   * Copies quarantined rows into a table of recalled rows.
   *
   * @param onTrial whether they are judged, or only compared with
   */
  public Statement recall(
      Relation.Stored quarantine, boolean onTrial, Table recalled, List<String> columns) {
    return new Recalling(profile).recall(quarantine, onTrial, recalled, columns);
  }

  /**
   * Copies rows that stand in the target into a table of recalled rows, to be compared with.
   *
   * @param columns of the table of recalled rows; the target may spell them in another case
   */
  public Statement compare(Relation.Stored target, Table recalled, List<String> columns) {
    return new Recalling(profile).compare(target, recalled, columns);
  }

  /** Deletes the rows of the quarantine from which the relation's rows were copied. */
  public Statement takeOut(Relation recalled, Table quarantine) {
    return new Recalling(profile).takeOut(recalled, quarantine);
  }

  /** One row: for each list the number of marked rows with any of its flags. */
  public Statement countMarks(Marks marks, List<List<String>> anyOf) {
    return countMarked(marks, anyOf.stream().map(Marked::any).toList());
  }

  /** One row: the number of marked rows of each kind. */
  public Statement countMarked(Marks marks, List<Marked> kinds) {
    return new Questions(profile).countMarked(marks, kinds);
  }

  /**
   * Copies the rows with a flag that has a reason into the quarantine table, with the run, the
   * reasons as a JSON array in the map's order, and the time.
   */
  public Statement quarantine(
      Relation.Stored source,
      Marks marks,
      Map<String, String> reasonByFlag,
      Table quarantine,
      List<String> columns,
      String run,
      Instant at) {
    return new Writes(profile)
        .quarantine(source, marks, reasonByFlag, quarantine, columns, run, at);
  }

  /** Copies the rows of a relation into a table, columns by name. */
  public Statement insert(Relation relation, Table target, List<String> columns) {
    return new Writes(profile).insert(relation, target, columns);
  }

  /** Deletes the rows with any of the flags. */
  public Statement delete(Relation.Stored source, Marks marks, List<String> flags) {
    return new Writes(profile).delete(source, marks, flags);
  }

  /** Repairs rows where they stand, but for those with a flag of {@code out}. */
  public Statement update(
      Relation.Stored source, Marks marks, List<String> out, List<Relation.Repair> repairs) {
    return new Writes(profile).update(source, marks, out, repairs);
  }

  /**
   * Writes down the values that one repair is about to change.
   *
   * @param line the id of the line that repairs
   * @param key columns that tell rows apart, as a JSON object
   * @param columns of the record: run, time, line, column, key, old value, new value
   */
  public Statement recordRepair(
      Relation.Repaired repaired,
      Relation.Repair repair,
      String line,
      List<String> key,
      Table record,
      List<String> columns,
      String run,
      Instant at) {
    return new Recording(profile).record(repaired, repair, line, key, record, columns, run, at);
  }

  /** Deletes the rows for which the slice is true; all rows without one. */
  public Statement deleteMatching(Table target, Optional<Expression> slice) {
    return new Writes(profile).deleteMatching(target, slice);
  }

  /** Deletes the rows of the target whose key is that of a row of the relation. */
  public Statement deleteKeys(Relation relation, Table target, List<String> key) {
    return new Writes(profile).deleteKeys(relation, target, key);
  }

  /** The number of rows. */
  public Statement count(Relation relation) {
    return new Questions(profile).count(relation);
  }

  /** One text that differs, but for odd chances, when the rows differ in anything but order. */
  public Statement fingerprint(Relation relation) {
    return new Questions(profile).fingerprint(relation);
  }

  /** The number of rows for which the check is not true. */
  public Statement countOutside(Relation relation, Expression check) {
    return new Questions(profile).countOutside(relation, check);
  }

  /** The number of rows for any of whose columns the profile's template is true. */
  public Statement countAny(Relation relation, Map<String, String> templateByColumn) {
    return new Questions(profile).countAny(relation, templateByColumn);
  }

  /** The number of the target's rows whose key is that of a row of the relation. */
  public Statement countKeys(Relation relation, Table target, List<String> key) {
    return new Questions(profile).countKeys(relation, target, key);
  }

  /** A table with these columns: of their native types where they have one, all nullable. */
  public Statement createTable(Table table, List<Column> columns, boolean temporary) {
    return new Definitions(profile).create(table, columns, temporary);
  }

  /** The same, and its rows can be told apart. */
  public Statement createIdentified(Table table, List<Column> columns, boolean temporary) {
    return new Definitions(profile).createIdentified(table, columns, temporary);
  }

  /** One more column in a table that is there. */
  public Statement addColumn(Table table, Column column) {
    return new Definitions(profile).add(table, column);
  }

  /** A temporary table with the rows of a relation as they are now: made, then filled. */
  public List<Statement> copyToTemporary(Relation.Stored source, Table temporary) {
    List<String> names = temporary.columns().stream().map(Column::name).toList();
    return List.of(
        new Definitions(profile).createIdentified(temporary, temporary.columns(), true),
        insert(source, temporary, names));
  }

  /** A table's full name. */
  public String quoted(Table table) {
    return new Definitions(profile).quoted(table);
  }

  public String quoted(String identifier) {
    return new Definitions(profile).quoted(identifier);
  }
}
