package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the launcher has made for later starts. */
class QuickStartTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void theRehearsalIsPlayedToItsEnd() throws IOException {
    assertThat(Rehearsal.run(folder.toRealPath())).isZero();
    assertThat(folder.resolve("orders.db")).exists();
    assertThat(folder.resolve("report.xml")).exists();
  }

  @Test
  void aLeanJarHasNeitherSignaturesNorNativeLibraries() throws IOException {
    Path fat =
        jar(
            "driver.jar",
            "META-INF/MANIFEST.MF",
            "META-INF/KEY.SF",
            "META-INF/KEY.RSA",
            "org/Driver.class",
            "libduckdb_java.so_linux_amd64",
            "libduckdb_java.so_linux_arm64",
            "libduckdb_java.so_macos_amd64",
            "libduckdb_java.so_macos_arm64");
    Path plain = jar("plain.jar", "org/Plain.class");
    Path target = Files.createDirectory(folder.resolve("target"));

    LeanJars.main(target.toString(), fat.toString(), plain.toString());

    try (ZipFile lean = new ZipFile(target.resolve("driver.jar").toFile())) {
      assertThat(lean.stream().map(ZipEntry::getName))
          .containsExactly("META-INF/MANIFEST.MF", "org/Driver.class");
    }
    assertThat(target.resolve("plain.jar")).doesNotExist();
    try (var files = Files.list(target)) {
      assertThat(files.filter(each -> each.getFileName().toString().startsWith("lib")))
          .singleElement()
          .satisfies(each -> assertThat(each).hasContent(each.getFileName() + "|"));
    }
  }

  @Test
  void classesOfJavaFiveAreRenewedAndWork() throws Exception {
    Path old =
        Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());

    LeanJars.main(folder.toString(), old.toString());

    Path lean = folder.resolve(old.getFileName());
    int classes = 0;
    try (ZipFile jar = new ZipFile(lean.toFile());
        URLClassLoader loader =
            new URLClassLoader(
                new URL[] {lean.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      for (ZipEntry each : jar.stream().filter(QuickStartTest::isClass).toList()) {
        try (InputStream content = jar.getInputStream(each)) {
          assertThat(OldClasses.isOld(content.readNBytes(OldClasses.HEAD))).isFalse();
        }
        String name = each.getName().replace('/', '.').replace(".class", "");
        // verified, and its static initialiser run
        assertThat(Class.forName(name, true, loader).getClassLoader()).isSameAs(loader);
        classes++;
      }
    }
    assertThat(classes).isGreaterThan(100);
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().contains("META-INF");
  }

  @Test
  void aDamagedLibraryIsNotUnpacked() throws IOException {
    Path jar =
        jar(
            "broken.jar",
            "libduckdb_java.so_linux_amd64",
            "libduckdb_java.so_linux_arm64",
            "libduckdb_java.so_macos_amd64",
            "libduckdb_java.so_macos_arm64");
    byte[] bytes = Files.readAllBytes(jar);
    String text = new String(bytes, ISO_8859_1);
    Files.writeString(
        jar, text.replace("_amd64|", "_amd46|").replace("_arm64|", "_arm46|"), ISO_8859_1);

    assertThatIOException().isThrownBy(() -> LeanJars.main(folder.toString(), jar.toString()));
  }

  private Path jar(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream jar = new ZipOutputStream(out)) {
      jar.setLevel(0);
      for (String each : List.of(entries)) {
        jar.putNextEntry(new ZipEntry(each));
        jar.write((each + "|").getBytes(UTF_8));
        jar.closeEntry();
      }
    }
    return file;
  }
}
