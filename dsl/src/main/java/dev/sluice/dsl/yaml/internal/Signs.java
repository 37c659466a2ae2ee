package dev.sluice.dsl.yaml.internal;

/** What single characters are to YAML 1.1. */
final class Signs {

  private Signs() {}

  static boolean isBlank(int point) {
    return point == ' ' || point == '\t';
  }

  static boolean isBreak(int point) {
    return isFoldable(point) || point == 0x2028 || point == 0x2029;
  }

  /** Line ends that a fold turns into a space; the other breaks are kept as they are. */
  static boolean isFoldable(int point) {
    return point == '\n' || point == '\r' || point == 0x85;
  }

  static int breakLength(int[] raw, int index) {
    return raw[index] == '\r' && index + 1 < raw.length && raw[index + 1] == '\n' ? 2 : 1;
  }

  /** Whether YAML allows the character in a file, the byte order mark apart. */
  static boolean isPrintable(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0x7E)
        || point == 0x85
        || (point >= 0xA0 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || (point >= 0x10000 && point <= 0x10FFFF);
  }
}
