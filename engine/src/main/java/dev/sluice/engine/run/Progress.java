package dev.sluice.engine.run;

/**
 * Hears how far a run is. Called by the threads that run, one after the other or at once; must
 * return soon.
 */
public interface Progress {

  /** Nobody listens. */
  Progress NONE =
      new Progress() {
        @Override
        public void scanning(String table, int scan, int of) {}

        @Override
        public void done() {}
      };

  /** Scan number {@code scan} of {@code of} over a table begins. */
  void scanning(String table, int scan, int of);

  /** The work that was being told of has ended. */
  void done();
}
