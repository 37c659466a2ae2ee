package dev.sluice.dsl.pattern;

/** What to do about constructs that some database does not have. */
final class RegexAdvice {

  private RegexAdvice() {}

  /** A group that begins with {@code (?} and is not {@code (?:}. */
  static RefusedPattern group(PatternText text, int start) {
    if (text.looksAt("?=") || text.looksAt("?!") || text.looksAt("?<=") || text.looksAt("?<!")) {
      int length = text.looksAt("?<") ? 4 : 3;
      return text.refuse(
          start,
          length,
          "look-around is not supported",
          text.searched()
              ? "leave it out, and write what it stands beside into the replacement"
              : "say it in two checks: `x matches '...' and x not matches '...'`");
    }
    if (text.looksAt("?<") || text.looksAt("?P") || text.looksAt("?'")) {
      return text.refuse(
          start, 3, "named groups are not supported", "write `( )` or `(?: )` without a name");
    }
    if (text.looksAt("?>")) {
      return text.refuse(start, 3, "atomic groups are not supported", "write `(?: )`");
    }
    if (text.looksAt("?#")) {
      return text.refuse(
          start, 3, "comments are not supported", "say it in `because:` of the line");
    }
    return text.refuse(
        start,
        3,
        "inline flags are not supported",
        text.looksAt("?i") || text.looksAt("?-i")
            ? (text.searched()
                ? "write both cases, as in `[Aa]`"
                : "use `lower(x) matches '...'` to leave case aside")
            : "leave them out; `.` is any character but a newline");
  }

  /** A letter or digit behind a backslash that is not one of ours. */
  static RefusedPattern escape(PatternText text, int start, int letter) {
    String shown = "`\\" + Character.toString(letter) + "`";
    if ((letter >= '1' && letter <= '9') || letter == 'k' || letter == 'g') {
      return text.refuse(
          start, 2, shown + ": back-references are not supported", "compare the parts in a check");
    }
    if (letter == 'b' || letter == 'B') {
      return text.refuse(
          start,
          2,
          shown + ": word boundaries are not supported",
          "say which characters stand there, as in `(?:.*\\W)?word(?:\\W.*)?`");
    }
    if ("AzZG".indexOf(letter) >= 0) {
      return text.refuse(
          start,
          2,
          "unknown escape " + shown,
          text.searched()
              ? "write `^` for the start of the value, `$` for its end"
              : "leave it out: the whole value must match anyway");
    }
    if (letter == 'p' || letter == 'P') {
      return text.refuse(
          start,
          2,
          shown + ": Unicode properties are not supported",
          "spell the characters out, as in `[A-Za-zÀ-ÿ]`");
    }
    if (letter == 'x' || letter == 'u' || letter == 'U' || letter == '0') {
      return text.refuse(start, 2, "unknown escape " + shown, "write the character itself");
    }
    return text.refuse(
        start,
        2,
        "unknown escape " + shown,
        "write `"
            + Character.toString(letter)
            + "` for the character itself; known are `\\d \\w \\s \\D \\W \\S \\t \\n \\r \\f \\v`");
  }
}
