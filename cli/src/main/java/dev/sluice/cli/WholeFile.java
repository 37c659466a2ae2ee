package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Files that are written whole or not at all: beside the file first, then moved onto it. */
final class WholeFile {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private WholeFile() {}

  /**
   * Writes a text as UTF-8. A file that is there keeps its permissions, and a link stays a link; a
   * new one is its owner's alone, since reports may hold rows.
   *
   * @throws IOException when it cannot be written; the file is then as it was
   */
  static void write(Path path, String text) throws IOException {
    Path file = Files.exists(path) ? path.toRealPath() : path;
    Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      create(draft);
      Files.writeString(draft, text, UTF_8);
      copyPermissions(file, draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      remove(draft);
    }
  }

  /**
   * Writes a text as UTF-8 into a file that is not there yet; it is its owner's alone.
   *
   * @throws IOException when it cannot be written, or is there already
   */
  static void create(Path file, String text) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      create(draft);
      Files.writeString(draft, text, UTF_8);
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      remove(draft);
    }
  }

  private static void create(Path draft) throws IOException {
    if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER));
    } else {
      Files.createFile(draft);
    }
  }

  private static void copyPermissions(Path file, Path draft) throws IOException {
    PosixFileAttributeView from = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    PosixFileAttributeView to = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
    if (from != null && to != null && Files.exists(file)) {
      to.setPermissions(from.readAttributes().permissions());
    }
  }

  private static void remove(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException left) {
      // The failure that left it there is told; a part file more is no second one.
      return;
    }
  }
}
