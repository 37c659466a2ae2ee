package dev.sluice.connectors.differential;

import org.junit.jupiter.api.Tag;

/** Text in columns whose collation takes nearly everything for equal. */
@Tag("faults")
class DuckDbCollatedDifferentialTest extends DuckDbDifferentialTest {

  @Override
  protected String textType() {
    return "VARCHAR COLLATE NOCASE.NOACCENT";
  }
}
