package dev.sluice.dsl.type;

import java.util.Locale;

/**
 * A portable type. Values of it have one Java class, which {@link Family} names.
 *
 * @param precision of a decimal: all its digits; else 0
 * @param scale of a decimal: digits after the point; else 0
 * @param nativeName of {@link Family#OTHER}: the database's own word; else empty
 */
public record Type(Family family, int precision, int scale, String nativeName) {

  /** Families of types; in brackets the Java class of their values. */
  public enum Family {
    /** String. */
    TEXT,
    /** BigDecimal of scale 0. */
    INTEGER,
    /** BigDecimal. */
    DECIMAL,
    /** Double, NaN and infinities included. */
    DOUBLE,
    /** Boolean. */
    BOOLEAN,
    /** LocalDate. */
    DATE,
    /** LocalTime. */
    TIME,
    /** LocalDateTime. */
    TIMESTAMP,
    /** Instant. */
    TIMESTAMPTZ,
    /** Duration. */
    DURATION,
    /** java.util.UUID. */
    UUID,
    /** String. */
    JSON,
    /** String of hexadecimal digits. */
    BINARY,
    /** String; may be published, counted and compared with null, nothing else. */
    OTHER,
    /** The type of {@code null} itself: no value. */
    NULL
  }

  public static final Type TEXT = of(Family.TEXT);
  public static final Type INTEGER = of(Family.INTEGER);
  public static final Type DECIMAL = of(Family.DECIMAL);
  public static final Type DOUBLE = of(Family.DOUBLE);
  public static final Type BOOLEAN = of(Family.BOOLEAN);
  public static final Type DATE = of(Family.DATE);
  public static final Type TIME = of(Family.TIME);
  public static final Type TIMESTAMP = of(Family.TIMESTAMP);
  public static final Type TIMESTAMPTZ = of(Family.TIMESTAMPTZ);
  public static final Type DURATION = of(Family.DURATION);
  public static final Type UUID = of(Family.UUID);
  public static final Type JSON = of(Family.JSON);
  public static final Type BINARY = of(Family.BINARY);
  public static final Type NULL = of(Family.NULL);

  private static Type of(Family family) {
    return new Type(family, 0, 0, "");
  }

  /** {@code decimal(precision, scale)}. */
  public static Type decimal(int precision, int scale) {
    return new Type(Family.DECIMAL, precision, scale, "");
  }

  /** A type that the language does not know, under the database's own name. */
  public static Type other(String nativeName) {
    return new Type(Family.OTHER, 0, 0, nativeName);
  }

  public boolean is(Family wanted) {
    return family == wanted;
  }

  /** Integer, decimal or double. */
  public boolean isNumber() {
    return family == Family.INTEGER || family == Family.DECIMAL || family == Family.DOUBLE;
  }

  /** Date or a timestamp of either kind. */
  public boolean isMoment() {
    return family == Family.DATE || family == Family.TIMESTAMP || family == Family.TIMESTAMPTZ;
  }

  /** The word for people: {@code text}, {@code decimal(12, 2)}, {@code other(geometry)}. */
  public String text() {
    if (family == Family.OTHER) {
      return "other(" + nativeName + ")";
    }
    String word = family.name().toLowerCase(Locale.ROOT);
    return family == Family.DECIMAL && precision > 0
        ? word + "(" + precision + ", " + scale + ")"
        : word;
  }
}
