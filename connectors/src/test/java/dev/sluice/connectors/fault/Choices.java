package dev.sluice.connectors.fault;

import dev.sluice.connectors.fault.Injection.Lasting;
import dev.sluice.connectors.fault.Injection.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which faults are tried at which calls. */
final class Choices {

  /** Where the gate begins its first transaction; before it everything only reads. */
  private static final String FIRST_TRANSACTION = "Connection.setAutoCommit";

  private static final Pattern EXECUTES =
      Pattern.compile("(Prepared)?Statement\\.execute.*", Pattern.DOTALL);

  private Choices() {}

  /** Every way in which a call can be hit. */
  static Sweep.Choice every() {
    return (number, call) -> modes(call);
  }

  /** One way for each call, another for the next. */
  static Sweep.Choice inTurn(int first) {
    return (number, call) -> {
      List<Sweep.Mode> modes = modes(call);
      return List.of(modes.get((first + number) % modes.size()));
    };
  }

  /** Once before the call and once after it, and the next call goes through. */
  static Sweep.Choice passing() {
    return (number, call) ->
        List.of(
            new Sweep.Mode(Moment.BEFORE, Lasting.ONCE),
            new Sweep.Mode(Moment.AFTER, Lasting.ONCE));
  }

  /** Nothing until the gate's first transaction, which sweeps of one shape have in common. */
  static Sweep.Choice fromTheFirstTransaction(Sweep.Choice choice) {
    boolean[] begun = new boolean[1];
    return (number, call) -> {
      begun[0] |= call.startsWith(FIRST_TRANSACTION);
      return begun[0] ? choice.of(number, call) : List.of();
    };
  }

  private static List<Sweep.Mode> modes(String call) {
    List<Sweep.Mode> modes = new ArrayList<>();
    for (Lasting lasting : List.of(Lasting.ONCE, Lasting.CONNECTION, Lasting.FOREVER)) {
      modes.add(new Sweep.Mode(Moment.BEFORE, lasting));
      modes.add(new Sweep.Mode(Moment.AFTER, lasting));
    }
    if (EXECUTES.matcher(call).matches()) {
      modes.add(new Sweep.Mode(Moment.INSTEAD, Lasting.ONCE));
    }
    return modes;
  }
}
