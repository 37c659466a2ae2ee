package dev.sluice.connectors.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a JDBC URL of PostgreSQL may say: where the database is, and properties of a list. */
final class PostgresUrl {

  static final String PREFIX = "jdbc:postgresql:";

  private static final String HOST = "(?:[\\w.-]*|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?";

  /** A database alone, or hosts and a database. */
  private static final Pattern PLACE =
      Pattern.compile(
          Pattern.quote(PREFIX) + "(?:[^/?#\\\\]*|//(?:" + HOST + "(?:," + HOST + ")*/[^/?#]*)?)");

  private static final Pattern PORT = Pattern.compile(":([0-9]+)(?=[,/])");

  /** A sign that encodes nothing. */
  private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private PostgresUrl() {}

  static Optional<String> refusal(String url, Map<String, String> properties) {
    int question = url.indexOf('?');
    String place = question < 0 ? url : url.substring(0, question);
    if (url.chars().anyMatch(each -> each <= ' ' || each == 0x7F)) {
      return Optional.of("a blank or control character may not stand in a URL; write `%20`");
    }
    if (place.indexOf('@') >= 0) {
      return Optional.of(
          "a user may not stand before the host; write `user` and `password` beside the URL");
    }
    // The driver logs what it cannot read, passwords and all: it is never given such a URL.
    boolean readable =
        PLACE.matcher(place).matches() && portsExist(place) && !LONE_PERCENT.matcher(url).find();
    if (!readable) {
      return Optional.of(
          "the URL cannot be read; write `jdbc:postgresql://host:port/database`,"
              + " and odd characters of a name as `%` and two digits");
    }
    List<Map.Entry<String, String>> parameters =
        parameters(question < 0 ? "" : url.substring(question + 1));
    return PostgresProperties.refusal(parameters, properties);
  }

  private static List<Map.Entry<String, String>> parameters(String query) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    for (String part : query.split("&", -1)) {
      if (!part.isEmpty()) {
        String[] pair = part.split("=", 2);
        parameters.add(Map.entry(pair[0], pair.length == 2 ? pair[1] : ""));
      }
    }
    return parameters;
  }

  private static boolean portsExist(String place) {
    return PORT.matcher(place)
        .results()
        .mapToInt(each -> Integer.parseInt(each.group(1)))
        .allMatch(each -> each >= 1 && each <= 65_535);
  }
}
