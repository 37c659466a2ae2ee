package dev.sluice.dsl.table;

import dev.sluice.dsl.syntax.Path;
import java.util.List;

/** Finds tables by the name that a sentence uses, in the order of rule 5 of the language. */
public interface TableLookup {

  /** What came of a look-up. */
  sealed interface Found {

    record One(Table table) implements Found {}

    /** No such table; {@code candidates} are all names that could have been meant. */
    record None(List<String> candidates) implements Found {}

    /** Found in several places, which are listed. */
    record Several(List<String> places) implements Found {}
  }

  Found find(Path name);
}
