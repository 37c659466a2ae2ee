package dev.sluice.engine.explain;

import java.util.ArrayList;
import java.util.List;

/** A reading as lines for a terminal: the sentence, and below it what there is to say of it. */
public final class ReadingText {

  private static final int LABEL = 11;
  private static final int WIDTH = 100;

  private ReadingText() {}

  /**
   * One thing that is told.
   *
   * @param lines at least one; further ones stand below the first
   */
  public record Fact(String label, List<String> lines) {

    public Fact {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The lines of a reading.
   *
   * @param more told after the reading, such as its scans
   */
  public static List<String> lines(Reading reading, List<Fact> more) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("id", reading.id()));
    facts.add(fact("level", reading.level()));
    reading.subject().ifPresent(each -> facts.add(fact("subject", each)));
    reading.rows().ifPresent(each -> facts.add(fact("rows", each)));
    facts.add(fact("violation", reading.violation()));
    facts.add(fact("NULL", reading.missing()));
    if (!reading.meanings().isEmpty()) {
      facts.add(new Fact("meaning", reading.meanings()));
    }
    reading.tolerance().ifPresent(each -> facts.add(fact("tolerance", each)));
    facts.add(new Fact("policy", reading.policy()));
    List<Fact> all = new ArrayList<>(facts.stream().map(ReadingText::wrapped).toList());
    all.addAll(more);
    List<String> lines = new ArrayList<>();
    lines.add(reading.sentence());
    for (Fact fact : all) {
      for (int index = 0; index < fact.lines().size(); index++) {
        String label = index == 0 ? fact.label() : "";
        lines.add("  " + label + " ".repeat(LABEL - label.length()) + fact.lines().get(index));
      }
    }
    return lines;
  }

  private static Fact wrapped(Fact fact) {
    List<String> lines = new ArrayList<>();
    for (String text : fact.lines()) {
      StringBuilder line = new StringBuilder();
      for (String word : text.split(" ", -1)) {
        if (!line.isEmpty() && LABEL + line.length() + 1 + word.length() > WIDTH) {
          lines.add(line.toString());
          line.setLength(0);
          line.append(' ');
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return new Fact(fact.label(), lines);
  }

  private static Fact fact(String label, String text) {
    return new Fact(label, List.of(text));
  }
}
