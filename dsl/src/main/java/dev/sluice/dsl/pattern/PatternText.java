package dev.sluice.dsl.pattern;

/** A pattern while it is read, by code points. */
final class PatternText {

  private final int[] codePoints;
  private final boolean searched;
  private int offset;

  /** {@code searched}: within a value; else the whole value must match. */
  PatternText(String pattern, boolean searched) {
    this.codePoints = pattern.codePoints().toArray();
    this.searched = searched;
  }

  boolean searched() {
    return searched;
  }

  int offset() {
    return offset;
  }

  int length() {
    return codePoints.length;
  }

  boolean atEnd() {
    return offset >= codePoints.length;
  }

  boolean looksAt(int codePoint) {
    return !atEnd() && codePoints[offset] == codePoint;
  }

  boolean looksAtAny(String characters) {
    return !atEnd() && characters.indexOf(codePoints[offset]) >= 0;
  }

  boolean looksAt(String expected) {
    return slice(offset, offset + expected.length()).equals(expected);
  }

  /** Takes one code point if it is the expected one. */
  boolean accept(int codePoint) {
    boolean there = looksAt(codePoint);
    offset += there ? 1 : 0;
    return there;
  }

  /** Takes an ASCII text if it stands here. */
  boolean accept(String expected) {
    boolean there = looksAt(expected);
    offset += there ? expected.length() : 0;
    return there;
  }

  /** Takes whatever stands here; not at the end. */
  int next() {
    return codePoints[offset++];
  }

  /** The text between two offsets, cut to what exists. */
  String slice(int from, int to) {
    int end = Math.min(to, codePoints.length);
    return new String(codePoints, from, Math.max(0, end - from));
  }

  RefusedPattern refuse(int start, int length, String message, String help) {
    int end = Math.min(start + length, Math.max(codePoints.length, start + 1));
    return new RefusedPattern(new RegexParser.Outcome.Refused(start, end, message, help));
  }
}
