package dev.sluice.engine.plan;

import dev.sluice.engine.connector.SqlProfile;
import java.util.List;
import java.util.Optional;

/** A way to learn the same of keys with less work. It changes what is read, never the answer. */
interface KeyRule {

  /** The name under which it is told, and can be left out. */
  String name();

  /**
   * The scan by this rule, where its precondition holds.
   *
   * @param earlier the scans of other keys that run before it
   */
  Optional<KeyScan> applied(KeyScan scan, List<KeyScan> earlier, SqlProfile profile);
}
