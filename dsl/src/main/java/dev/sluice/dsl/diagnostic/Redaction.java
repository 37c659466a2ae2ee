package dev.sluice.dsl.diagnostic;

import dev.sluice.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds passwords in texts that are about to be shown: {@code password=...} of a connection's
 * address, also with encoded signs in the name, {@code password: ...} of a file, the user part of a
 * URL, and Oracle's {@code user/password@}. It would rather cover too much.
 */
public final class Redaction {

  /** What is shown in place of a secret. */
  public static final String MASK = "***";

  // Every repetition has a bound: a hostile line must not cost the square of its length.
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(?:password|passwd|pwd|secret|token)[\\w.-]{0,40}=([^&;\\s'\"`]{1,1000})"
              + "|[?&;][^=&;\\s'\"`%]{0,40}%[^=&;\\s'\"`]{1,60}=([^&;\\s'\"`]{1,1000})"
              + "|(?:^|[\\s{,])[\"']?(?:password|passwd|pwd|secret|token)[\"']?:[ \\t]{1,40}"
              + "('[^'\\r\\n]{1,1000}'?|\"[^\"\\r\\n]{1,1000}\"?"
              + "|[^\\s{}\\[\\],'\"]{1,1000}(?=[ \\t]*(?:$|[,}#\\r\\n])))"
              + "|://[^/\\s:@'\"]{0,200}:([^\\s'\"]{1,1000})@"
              + "|:thin:[^/\\s'\"]{0,200}/([^@\\s'\"]{1,1000})@");

  private Redaction() {}

  /** The text with every password in it replaced by {@link #MASK}. */
  public static String mask(String text) {
    StringBuilder shown = new StringBuilder();
    int done = 0;
    for (Span secret : secrets(text)) {
      shown.append(text, done, secret.start()).append(MASK);
      done = secret.end();
    }
    return shown.append(text, done, text.length()).toString();
  }

  /** Whether the text holds what looks like a password. */
  public static boolean holdsSecret(String text) {
    return !secrets(text).isEmpty();
  }

  /** Where the passwords are, in order. Unlike elsewhere these spans count in Java's chars. */
  static List<Span> secrets(String text) {
    List<Span> found = new ArrayList<>();
    Matcher matcher = SECRET.matcher(text);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.start(group) >= 0) {
          found.add(new Span(matcher.start(group), matcher.end(group)));
        }
      }
    }
    return found;
  }
}
