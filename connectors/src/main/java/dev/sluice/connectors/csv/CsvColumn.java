package dev.sluice.connectors.csv;

import dev.sluice.dsl.type.Type;
import dev.sluice.engine.connector.DataFile;
import dev.sluice.engine.connector.FileNote;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One column while the files are read: declared, or to be found out. Not safe for threads. */
final class CsvColumn {

  private final String name;
  private final @Nullable DeclaredType declared;
  private final Evidence evidence = new Evidence();
  private long values;

  CsvColumn(String name, Optional<Type> declared) {
    this.name = name;
    this.declared = declared.map(DeclaredType::new).orElse(null);
  }

  String name() {
    return name;
  }

  void add(CsvRecords record, int field, String file) throws CsvError {
    if (record.isNull(field)) {
      return;
    }
    values++;
    byte[] bytes = record.bytes();
    int start = record.start(field);
    int end = record.end(field);
    if (declared == null) {
      evidence.add(bytes, start, end, record.line(field), file);
      return;
    }
    Optional<String> problem = declared.problem(bytes, start, end);
    if (problem.isPresent()) {
      throw CsvError.at(
          file,
          record.line(field),
          record.text(field),
          problem.get() + ", as `types` says of `" + name + "`");
    }
  }

  CsvShape.Field shape() {
    return new CsvShape.Field(name, declared == null ? evidence.type() : declared.type(), values);
  }

  /** That one value made the column text, if so, with and without that value. */
  Optional<FileNote> note(DataFile file) {
    return declared == null
        ? evidence
            .reasonForText(file.paths().size() > 1)
            .map(
                why ->
                    new FileNote(
                        file.name(),
                        Optional.of(name),
                        because(why.told()),
                        because(why.discreet())))
        : Optional.empty();
  }

  private String because(String why) {
    return "`" + name + "` is text because of " + why;
  }
}
