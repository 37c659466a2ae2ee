package dev.sluice.connectors.sqlite;

import dev.sluice.dsl.function.CalendarText;
import dev.sluice.dsl.type.Type;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** The scalar functions that a connection gets; objects of one connection. */
final class Scalars {

  private Scalars() {}

  static Map<String, Function> all() {
    Map<String, Function> all = new LinkedHashMap<>();
    all.put("sluice_call", new CallFunction());
    all.put("sluice_matches", new Matches());
    all.put("sluice_misfit", new Misfit());
    all.put("sluice_product", new Product());
    all.put("sluice_hash", new Hash());
    all.put("sluice_date", new Reading("DATE", text -> CalendarText.date(text)));
    all.put("sluice_time", new Reading("TIME", text -> CalendarText.time(text)));
    all.put("sluice_timestamp", new Reading("TIMESTAMP", text -> Moments.read(text)));
    all.put("sluice_instant", new Reading("TIMESTAMP WITH TIME ZONE", Moments::readInstant));
    all.put("sluice_uuid", new Reading("UUID", Scalars::uuid));
    return all;
  }

  private static Optional<UUID> uuid(String text) {
    try {
      UUID uuid = UUID.fromString(text);
      return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  /** Whether the whole text matches a pattern; the last one is kept. */
  private static final class Matches extends Scalar {

    private String written = "";
    private Pattern pattern = Pattern.compile("");

    @Override
    void apply() throws SQLException {
      if (isNull(0) || isNull(1)) {
        result();
        return;
      }
      String wanted = value_text(1);
      if (!wanted.equals(written)) {
        pattern = Pattern.compile(wanted);
        written = wanted;
      }
      result(pattern.matcher(value_text(0)).matches() ? 1 : 0);
    }
  }

  /** A value that is not of its column's type: never judged, always an error. */
  private static final class Misfit extends Scalar {

    @Override
    void apply() throws SQLException {
      throw new IllegalArgumentException(misfit(value_text(0), value_text(1), value_text(2)));
    }
  }

  private static String misfit(String column, String type, String kind) {
    return "`"
        + column
        + "` is declared "
        + type
        + " and holds a value that is none ("
        + kind
        + ")";
  }

  /** The product of two exact numbers, to the nearest double. */
  private static final class Product extends Scalar {

    @Override
    void apply() throws SQLException {
      Object left = argument(0, Type.DECIMAL);
      Object right = argument(1, Type.DECIMAL);
      if (left == null || right == null) {
        result();
        return;
      }
      Number product = Exact.nearest(((BigDecimal) left).multiply((BigDecimal) right));
      if (product instanceof Long whole) {
        result(whole.longValue());
      } else {
        result(product.doubleValue());
      }
    }
  }

  /** A whole number of 32 bits that follows from all values, whatever their kind. */
  private static final class Hash extends Scalar {

    @Override
    void apply() throws SQLException {
      CRC32 hash = new CRC32();
      for (int index = 0; index < args(); index++) {
        hash.update(value_type(index));
        byte @Nullable [] bytes = isNull(index) ? null : value_blob(index);
        if (bytes != null) {
          hash.update(bytes);
        }
      }
      result(hash.getValue());
    }
  }

  /** How a text is read. */
  private interface Reader {
    Optional<? extends Object> read(String text);
  }

  /** A stored text in the one form that compares; the name of a column may stand behind it. */
  private static final class Reading extends Scalar {

    private static final int TEXT = 3;

    private final String type;
    private final Reader reader;

    Reading(String type, Reader reader) {
      this.type = type;
      this.reader = reader;
    }

    @Override
    void apply() throws SQLException {
      if (isNull(0)) {
        result();
        return;
      }
      Optional<? extends Object> value =
          value_type(0) == TEXT ? reader.read(value_text(0)) : Optional.empty();
      if (value.isEmpty()) {
        String kind = value_type(0) == TEXT ? "text in another form" : "number or bytes";
        throw new IllegalArgumentException(
            args() > 1 ? misfit(value_text(1), type, kind) : "a text is no " + type);
      }
      give(value.get());
    }
  }
}
