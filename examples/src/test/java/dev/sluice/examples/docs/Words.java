package dev.sluice.examples.docs;

import java.util.ArrayList;
import java.util.List;

/** A command line as a shell splits it: blanks, single and double quotes, a comment at its end. */
record Words(List<String> words, String comment) {

  static Words of(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int index = 0; index < line.length(); index++) {
      char each = line.charAt(index);
      if (quote != 0) {
        if (each == quote) {
          quote = 0;
        } else {
          word.append(each);
        }
      } else if (each == '\'' || each == '"') {
        quote = each;
        begun = true;
      } else if (each == '#' && !begun) {
        return new Words(List.copyOf(words), line.substring(index + 1).strip());
      } else if (each == ' ') {
        if (begun) {
          words.add(word.toString());
          word.setLength(0);
          begun = false;
        }
      } else {
        word.append(each);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return new Words(List.copyOf(words), "");
  }
}
