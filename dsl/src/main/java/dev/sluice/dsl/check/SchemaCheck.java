package dev.sluice.dsl.check;

import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.diagnostic.Diagnostics;
import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.source.SourceFile;
import dev.sluice.dsl.source.Span;
import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.TypeWords;
import dev.sluice.dsl.yaml.SuiteFile.NamedScalar;
import dev.sluice.dsl.yaml.SuiteFile.SchemaEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code schema:}, its types read. */
final class SchemaCheck {

  private static final String ID = "schema";
  private static final Pattern NOT_NULL = Pattern.compile("(?i)^(|.*?\\s+)not\\s+null$");

  private SchemaCheck() {}

  static Optional<Checked> check(
      SchemaEntry entry, SourceFile file, Policy policy, Diagnostics diagnostics) {
    List<Expectation.Schema.Wanted> wanted = new ArrayList<>();
    for (NamedScalar column : entry.columns()) {
      wanted(column, diagnostics).ifPresent(wanted::add);
    }
    if (wanted.size() < entry.columns().size()) {
      return Optional.empty();
    }
    Scalar text = place(file, entry.span());
    Expectation.Heading heading =
        Headings.of(
            ID,
            Optional.empty(),
            ID,
            Headings.fileLine(text, text.span()),
            Optional.empty(),
            List.of());
    Expectation.Schema schema =
        new Expectation.Schema(
            heading,
            policy,
            List.copyOf(wanted),
            entry.extraForbidden(),
            entry.orderStrict(),
            entry.forbidden().stream().map(Scalar::value).toList());
    return Optional.of(new Checked(schema, text, Optional.empty()));
  }

  private static Optional<Expectation.Schema.Wanted> wanted(
      NamedScalar column, Diagnostics diagnostics) {
    String text = column.value().value().strip();
    Matcher form = NOT_NULL.matcher(text);
    boolean notNull = form.matches();
    String word = notNull ? form.group(1).strip() : text;
    String name = column.name().value();
    if (word.equalsIgnoreCase("any")) {
      return Optional.of(new Expectation.Schema.Wanted(name, Optional.empty(), notNull, text));
    }
    Optional<Type> type = TypeWords.find(word);
    if (type.isEmpty()) {
      diagnostics.add(unknown(column.value(), word));
    }
    return type.map(each -> new Expectation.Schema.Wanted(name, Optional.of(each), notNull, text));
  }

  private static Diagnostic unknown(Scalar value, String word) {
    if (word.isEmpty()) {
      return Diagnostic.error(
              Code.E0507, "a column of `schema` needs a type", value.file(), value.span())
          .help("write `any` for the name alone");
    }
    int start = value.value().indexOf(word);
    int before = value.value().codePointCount(0, start);
    Span span = new Span(before, before + word.codePointCount(0, word.length()));
    return Examples.unknownType(value, word, span);
  }

  /** The place of the whole entry; its text is only its key. */
  private static Scalar place(SourceFile file, Span span) {
    int[] offsets = new int[ID.length() + 1];
    Arrays.setAll(offsets, index -> span.start() + index);
    return new Scalar(file, ID, span, offsets);
  }
}
