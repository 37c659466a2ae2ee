package dev.sluice.dsl.function;

import java.util.ArrayList;
import java.util.List;

/** Formats as patterns of the portable subset: they mean the same in Java and in every database. */
final class FormatPatterns {

  private static final String HEX = "[0-9A-Fa-f]";
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9\\-]{0,61}[A-Za-z0-9])?";
  private static final String ATOM = "[A-Za-z0-9!#$%\\&'*+/=?\\^_`{|}~\\-]+";

  static final String UUID =
      HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}";

  static final String IPV4 = OCTET + "(?:\\." + OCTET + "){3}";

  static final String IPV6 = ipv6();

  static final String EMAIL =
      ATOM
          + "(?:\\."
          + ATOM
          + ")*@(?:"
          + LABEL
          + "\\.)+"
          + "(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9\\-]{1,59})";

  static final String URL =
      "(?:[Hh][Tt][Tt][Pp][Ss]?|[Ff][Tt][Pp])://"
          + "(?:[A-Za-z0-9._~!$\\&'()*+,;=:%\\-]+@)?"
          + "(?:"
          + LABEL
          + "(?:\\."
          + LABEL
          + ")*\\.?|\\["
          + "(?:"
          + IPV6
          + ")\\])"
          + "(?::[0-9]{1,5})?"
          + "(?:[/?#][A-Za-z0-9._~!$\\&'()*+,;=:@/?#\\[\\]%\\-]*)?";

  private FormatPatterns() {}

  /**
   * Eight groups; or {@code ::} with up to seven around it; the last two groups perhaps as IPv4.
   */
  private static String ipv6() {
    String group = HEX + "{1,4}";
    String pair = "(?:" + group + ":" + group + "|" + IPV4 + ")";
    List<String> forms = new ArrayList<>();
    forms.add("(?:" + group + ":){6}" + pair);
    for (int before = 0; before <= 7; before++) {
      String head = before == 0 ? "" : group + "(?::" + group + "){" + (before - 1) + "}";
      int after = 7 - before;
      forms.add(head + "::" + tail(group, after));
    }
    return String.join("|", forms);
  }

  /** Up to so many groups after the {@code ::}. */
  private static String tail(String group, int most) {
    String plain = most == 0 ? "" : "(?:" + group + "(?::" + group + "){0," + (most - 1) + "})?";
    if (most < 2) {
      return plain;
    }
    return "(?:(?:" + group + ":){0," + (most - 2) + "}" + IPV4 + "|" + plain + ")";
  }
}
