package dev.sluice.dsl.yaml;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a data file from a table by its name alone. */
public final class DataFiles {

  private static final Pattern ENDING =
      Pattern.compile(".*\\.(csv|tsv|txt|parquet|json|jsonl|ndjson)(\\.(gz|zst))?");

  private DataFiles() {}

  /** Whether a text ends like a data file, as {@code in/*.parquet} and {@code a.csv.gz} do. */
  public static boolean isFile(String name) {
    return ENDING.matcher(name.strip().toLowerCase(Locale.ROOT)).matches();
  }
}
