package dev.sluice.dsl.check.internal;

import dev.sluice.dsl.check.internal.Alignment.Operand;
import dev.sluice.dsl.diagnostic.Code;
import dev.sluice.dsl.diagnostic.Diagnostic;
import dev.sluice.dsl.function.Function;
import dev.sluice.dsl.source.Span;
import java.util.List;

/** What is said about arguments that a function does not take. */
final class Misfit {

  private Misfit() {}

  static Diagnostic of(
      Function function, List<Operand> operands, Span span, String shown, Scope scope) {
    boolean test = function.name().startsWith("is_");
    String message =
        operands.isEmpty()
            ? "`" + shown + "` needs something in its brackets"
            : "`"
                + shown
                + "` does not take "
                + Wording.types(operands.stream().map(Operand::type).toList());
    Diagnostic error =
        scope.error(
            Code.E0502, message, operands.size() == 1 ? operands.get(0).node().span() : span);
    if (operands.size() == 1) {
      error = error.caret("this is " + Wording.of(operands.get(0).type()));
    }
    return error.help(
        test
            ? "it looks at text: `" + form(function) + "`"
            : "it is written `" + function.signature() + "`");
  }

  /** {@code is_date(text, 'yyyy')} as {@code text is date('yyyy')}. */
  private static String form(Function function) {
    String name = function.name().substring(3);
    String inside =
        function
            .signature()
            .substring(function.signature().indexOf('(') + 1, function.signature().length() - 1);
    int comma = inside.indexOf(", ");
    return comma < 0
        ? inside + " is " + name
        : inside.substring(0, comma) + " is " + name + "(" + inside.substring(comma + 2) + ")";
  }
}
