package dev.sluice.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies of the jars that make a start slow, without what makes it slow. DuckDB's driver unpacks
 * its native library in every process, unless the library lies beside a jar that has none. The JVM
 * verifies a signed jar when its first class is loaded, and keeps no class of it in an archive; nor
 * does it keep {@linkplain OldClasses old classes}.
 */
public final class LeanJars {

  private static final String NATIVE = "libduckdb_java.";
  private static final String META = "META-INF/";

  private LeanJars() {}

  /**
   * Arguments: a folder that exists, then jars. What is slow in none of them is not copied.
   *
   * @throws IOException when a jar cannot be read or a copy cannot be written; the folder is then
   *     of no use
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (int i = 1; i < arguments.length; i++) {
      copy(Path.of(arguments[i]), folder);
    }
  }

  private static void copy(Path source, Path folder) throws IOException {
    try (ZipFile jar = new ZipFile(source.toFile())) {
      List<ZipEntry> kept = new ArrayList<>();
      int slow = 0;
      for (ZipEntry each : jar.stream().toList()) {
        String name = each.getName();
        if (name.startsWith(NATIVE)) {
          slow++;
          if (isOfThisMachine(name)) {
            unpack(jar, each, folder.resolve(name));
          }
        } else if (isSignature(name)) {
          slow++;
        } else {
          kept.add(each);
          slow += isOld(jar, each) ? 1 : 0;
        }
      }
      if (slow > 0) {
        write(jar, kept, folder.resolve(source.getFileName()));
      }
    }
  }

  private static boolean isOld(ZipFile jar, ZipEntry entry) throws IOException {
    if (!entry.getName().endsWith(".class")) {
      return false;
    }
    try (InputStream content = jar.getInputStream(entry)) {
      return OldClasses.isOld(content.readNBytes(OldClasses.HEAD));
    }
  }

  private static boolean isSignature(String name) {
    return name.startsWith(META) && (name.endsWith(".SF") || name.endsWith(".RSA"));
  }

  // The names are the driver's: libduckdb_java.so_linux_amd64.
  private static boolean isOfThisMachine(String name) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
    return name.endsWith(
        "_" + (system.startsWith("mac") ? "macos" : "linux") + (arm ? "_arm64" : "_amd64"));
  }

  private static void unpack(ZipFile jar, ZipEntry entry, Path file) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream content = new CheckedInputStream(jar.getInputStream(entry), sum)) {
      Files.copy(content, file);
    }
    if (Files.size(file) != entry.getSize() || sum.getValue() != entry.getCrc()) {
      throw new IOException(entry.getName() + " is damaged");
    }
  }

  private static void write(ZipFile jar, List<ZipEntry> kept, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream copy = new ZipOutputStream(out)) {
      for (ZipEntry each : kept) {
        ZipEntry entry = new ZipEntry(each.getName());
        entry.setTime(each.getTime());
        copy.putNextEntry(entry);
        try (InputStream content = jar.getInputStream(each)) {
          byte[] bytes = content.readAllBytes();
          copy.write(OldClasses.isOld(bytes) ? OldClasses.renewed(bytes) : bytes);
        }
        copy.closeEntry();
      }
    }
  }
}
