package dev.sluice.dsl.diagnostic;

import java.util.Locale;

/**
 * The kinds of diagnostics. The number is stable: people search for it. E00 are files and
 * arguments, E01 YAML, E02 the sentence's form, E03 levels and policies, E04 names, E05 types and
 * values, E06 what a database cannot keep, W warnings.
 */
public enum Code {
  // files, arguments, configuration
  E0001("a file that is not there, or cannot be read or written"),
  E0002("an argument that is not understood"),
  E0003("nothing to run"),
  E0004("a configuration that is not understood"),
  E0005("a connection that is not allowed or not known"),
  // YAML
  E0101("text that is not YAML"),
  E0102("an unknown key"),
  E0103("a key given twice"),
  E0104("a value of the wrong shape"),
  E0105("a missing key"),
  E0106("text that YAML alters silently"),
  E0107("keys that do not go together"),
  E0108("a limit on size or depth"),
  // the form of a sentence
  E0201("a sentence that does not parse"),
  E0202("a spelling from another language"),
  E0203("a literal that is not well formed"),
  E0204("clauses out of order"),
  E0205("a number without its unit"),
  E0206("parsed, and not available in this version"),
  // levels and policies
  E0301("a policy that needs rows"),
  E0302("a policy that may not stand here"),
  E0303("levels that do not fit"),
  E0304("zones that are not in order"),
  E0305("a tolerance that may not stand here"),
  E0306("a default without a clear column"),
  E0307("two expectations with one id"),
  // names
  E0401("an unknown column"),
  E0402("an unknown table or file"),
  E0403("an unknown function, metric or predicate"),
  E0404("an unknown parameter"),
  E0405("an ambiguous name"),
  E0406("a selector that matches nothing"),
  E0407("a definition that uses itself"),
  // types and values
  E0501("types that cannot be compared"),
  E0502("a wrong number or kind of arguments"),
  E0503("a comparison with null"),
  E0504("a check that can never be met"),
  E0505("a default that violates its own check"),
  E0506("a regular expression outside the portable subset"),
  E0507("a value that does not fit its type"),
  E0508("something that is not a true-or-false statement"),
  // what the database cannot keep
  E0601("a policy that this database cannot keep"),
  E0602("a function that this database does not have"),
  E0603("a statement that is not allowed here"),
  E0604("a target that does not fit"),
  E0605("a plan over its budget"),
  // warnings
  W0001("append without a batch"),
  W0002("a check that is always true"),
  W0003("a file that reads otherwise than it looks"),
  W0004("a day compared with a moment of it");

  private final String title;

  Code(String title) {
    this.title = title;
  }

  /** What the code stands for, in a few words. */
  public String title() {
    return title;
  }

  /** The code in lower case, as file names use it. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
