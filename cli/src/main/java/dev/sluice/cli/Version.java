package dev.sluice.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that was built. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    Properties build = new Properties();
    try (InputStream text = Version.class.getResourceAsStream("build.properties")) {
      if (text == null) {
        throw new IOException("the build left no version");
      }
      build.load(text);
    }
    return new String[] {"sluice " + build.getProperty("version")};
  }
}
