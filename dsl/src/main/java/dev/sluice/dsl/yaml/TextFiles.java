package dev.sluice.dsl.yaml;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.yaml.internal.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the text of suites and scripts, as UTF-8 and within the limit on size. */
public final class TextFiles {

  private TextFiles() {}

  /**
   * The text of a file; what stands against it is added to {@code diagnostics}.
   *
   * @param name as it is shown to people
   */
  public static Optional<SourceFile> read(Path path, String name, Diagnostics diagnostics) {
    SourceFile nothing = new SourceFile(name, "");
    if (!Files.isRegularFile(path)) {
      String what = Files.isDirectory(path) ? "is a folder" : "is not there";
      diagnostics.add(error(Code.E0001, "`" + name + "` " + what, nothing));
      return Optional.empty();
    }
    try {
      if (Files.size(path) > Limits.BYTES) {
        diagnostics.add(
            error(Code.E0108, "a file larger than 3 MiB is not read", nothing)
                .help("split it into several files"));
        return Optional.empty();
      }
      return decode(Files.readAllBytes(path), name, diagnostics);
    } catch (IOException unreadable) {
      diagnostics.add(error(Code.E0001, "`" + name + "` cannot be read", nothing));
      return Optional.empty();
    }
  }

  /** The text of bytes that must be UTF-8. */
  public static Optional<SourceFile> decode(byte[] bytes, String name, Diagnostics diagnostics) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer output = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(input, output, true);
    String text = output.flip().toString();
    if (!result.isError()) {
      return Optional.of(new SourceFile(name, text));
    }
    SourceFile readable = new SourceFile(name, text + "\uFFFD");
    Span place = new Span(readable.length() - 1, readable.length());
    diagnostics.add(
        Diagnostic.error(Code.E0101, "this is not UTF-8 text", readable, place)
            .help("save the file as UTF-8"));
    return Optional.empty();
  }

  private static Diagnostic error(Code code, String message, SourceFile file) {
    return Diagnostic.error(code, message, file, new Span(0, 0));
  }
}
