package dev.sluice.dsl.yaml.internal;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import java.util.Optional;

/** What a file must keep before it is read at all, so that no file can stall or flood a run. */
public final class Limits {

  /** The largest file, in bytes of UTF-8. */
  public static final int BYTES = 3 * 1024 * 1024;

  static final int DEPTH = 50;

  /** How many places of broken YAML are told of one file. */
  static final int REPAIRS = 20;

  private Limits() {}

  /** The first limit that the file breaks. */
  public static Optional<Diagnostic> broken(SourceFile file) {
    String text = file.text();
    long bytes = 0;
    int offset = 0;
    for (int index = 0; index < text.length(); offset++) {
      int point = text.codePointAt(index);
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes > BYTES) {
        return Optional.of(tooLarge(file, offset));
      }
      boolean mark = point == 0xFEFF && index == 0;
      if (!Signs.isPrintable(point) && !mark) {
        return Optional.of(control(file, point, offset));
      }
      index += Character.charCount(point);
    }
    return Optional.empty();
  }

  private static Diagnostic tooLarge(SourceFile file, int offset) {
    return Diagnostic.error(
            Code.E0108, "a file larger than 3 MiB is not read", file, new Span(offset, offset))
        .help("split it into several files");
  }

  private static Diagnostic control(SourceFile file, int point, int offset) {
    return Diagnostic.error(
            Code.E0108,
            String.format("the control character U+%04X is not allowed", point),
            file,
            new Span(offset, offset + 1))
        .help("remove it, and save the file as UTF-8 text");
  }
}
