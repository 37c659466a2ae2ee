package dev.sluice.connectors.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls a function of the language: its own Java body, so that it means the same. */
final class CallFunction extends Scalar {

  @Override
  void apply() throws SQLException {
    Calls.Call call = Calls.of(value_int(0));
    List<@Nullable Object> arguments = new ArrayList<>();
    for (int index = 0; index < call.types().size(); index++) {
      Object argument = argument(index + 1, call.types().get(index));
      if (argument == null && !call.function().lenient()) {
        result();
        return;
      }
      arguments.add(argument);
    }
    give(call.function().body().apply(arguments, call.types(), call.result()));
  }
}
