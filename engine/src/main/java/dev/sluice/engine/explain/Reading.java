package dev.sluice.engine.explain;

import java.util.List;
import java.util.Optional;

/**
 * How one line was read, in plain words.
 *
 * @param sentence canonical; of an entry of {@code sql} its name
 * @param id what reports and history know it by
 * @param subject the one column that is checked, when there is one
 * @param rows which rows are looked at, when not all
 * @param violation what does not meet it
 * @param missing what NULL does
 * @param meanings what the named formats in it are
 * @param tolerance how many violations are borne; absent where there is one judgement at most
 * @param policy what is done when it is not met, a text for each zone
 */
public record Reading(
    String sentence,
    String id,
    String level,
    Optional<String> subject,
    Optional<String> rows,
    String violation,
    String missing,
    List<String> meanings,
    Optional<String> tolerance,
    List<String> policy) {

  public Reading {
    meanings = List.copyOf(meanings);
    policy = List.copyOf(policy);
  }
}
