package dev.sluice.engine.prepare;

import dev.sluice.dsl.diagnostic.Redaction;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets with which a database is opened, by their values. Drivers know them only while they
 * connect: what they say then is looked through for them, whatever form they put it in.
 */
final class Secrets {

  private static final Pattern NAME = Pattern.compile("(?i).*(?:pass|pwd|secret|token|key).*");
  private static final Pattern PARAMETER = Pattern.compile("[?&;]([^=&;]*)=([^&;]*)");
  private static final Pattern USER_INFO = Pattern.compile("://[^/@]*?:([^@]*)@");

  /** Shorter ones are covered only where they stand alone: others would tear words apart. */
  private static final int LONG = 6;

  private final List<String> values = new ArrayList<>();

  Secrets(String url, Optional<String> password, Map<String, String> properties) {
    password.ifPresent(this::add);
    properties.forEach(this::addNamed);
    for (Matcher found = PARAMETER.matcher(url); found.find(); ) {
      addNamed(decoded(found.group(1)), found.group(2));
    }
    for (Matcher found = USER_INFO.matcher(url); found.find(); ) {
      add(found.group(1));
    }
    values.sort(Comparator.comparingInt(String::length).reversed());
  }

  private void addNamed(String name, String value) {
    if (NAME.matcher(name).matches()) {
      add(value);
    }
  }

  private void add(String value) {
    for (String form : List.of(value, decoded(value))) {
      if (!form.isBlank() && !values.contains(form)) {
        values.add(form);
      }
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plain) {
      return text;
    }
  }

  /** The text without the secrets, nor anything else that looks like one. */
  String mask(String text) {
    String masked = text;
    for (String value : values) {
      String quoted = Pattern.quote(value);
      String pattern =
          value.length() < LONG ? "(?<![\\p{L}\\p{N}_])" + quoted + "(?![\\p{L}\\p{N}_])" : quoted;
      masked = masked.replaceAll(pattern, Matcher.quoteReplacement(Redaction.MASK));
    }
    return Redaction.mask(masked);
  }

  /** The same error, its words and those of its causes without the secrets. */
  SQLException hide(SQLException error) {
    boolean silent = true;
    for (Throwable at = error; at != null; at = at.getCause()) {
      silent &= at.getMessage() == null || mask(at.getMessage()).equals(at.getMessage());
    }
    if (silent) {
      return error;
    }
    SQLException told =
        new SQLException(
            mask(String.valueOf(error.getMessage())), error.getSQLState(), error.getErrorCode());
    told.setStackTrace(error.getStackTrace());
    return told;
  }
}
