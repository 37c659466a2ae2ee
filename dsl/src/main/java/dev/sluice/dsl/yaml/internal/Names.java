package dev.sluice.dsl.yaml.internal;

import java.util.regex.Pattern;

/** What may be a name without quotes: letters and digits of Unicode and underscores. */
public final class Names {

  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Nd}\\p{M}_]*");
  private static final Pattern PATH =
      Pattern.compile(NAME.pattern() + "(\\." + NAME.pattern() + ")*");

  private Names() {}

  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether it is names with dots between, such as {@code crm.customers}. */
  public static boolean isPath(String text) {
    return PATH.matcher(text).matches();
  }
}
