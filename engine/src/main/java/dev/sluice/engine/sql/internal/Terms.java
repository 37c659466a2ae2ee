package dev.sluice.engine.sql.internal;

import dev.sluice.dsl.type.Type;
import dev.sluice.dsl.type.Type.Family;
import dev.sluice.engine.connector.SqlProfile;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/** The scalar terms of one statement, and the values of its parameters. */
final class Terms {

  /**
   * A hole for the number of microseconds of a duration, which has no form in which every driver
   * gives it back.
   */
  static final String IN_MICROSECONDS = "{0 in microseconds}";

  private final SqlProfile profile;
  private final CalciteTypes types;
  private final RexBuilder rex;
  private final List<@Nullable Object> parameters = new ArrayList<>();

  Terms(SqlProfile profile, CalciteTypes types, RexBuilder rex) {
    this.profile = profile;
    this.types = types;
    this.rex = rex;
  }

  @Nullable Object parameter(int index) {
    return parameters.get(index);
  }

  RexNode input(int index, RelDataType type) {
    return rex.makeInputRef(type, index);
  }

  /** A term written as the template says. */
  RexNode term(String template, Type type, RexNode... operands) {
    return term(template, type, Arrays.asList(operands));
  }

  RexNode term(String template, Type type, List<RexNode> operands) {
    return rex.makeCall(types.of(type), new TemplateOperator(withTypes(template)), operands);
  }

  /** The template with this database's names of types. */
  String withTypes(String template) {
    String whole =
        template.replace(
            IN_MICROSECONDS,
            own("microseconds", "CAST(ROUND(EXTRACT(EPOCH FROM {0}) * 1000000) AS {integer})"));
    return Template.withTypes(whole, word -> profile.castName(Template.type(word)));
  }

  RexNode truth(boolean value) {
    return rex.makeLiteral(value);
  }

  RexNode and(List<RexNode> parts) {
    return joined(SqlStdOperatorTable.AND, parts, true);
  }

  RexNode or(List<RexNode> parts) {
    return joined(SqlStdOperatorTable.OR, parts, false);
  }

  /** Calcite wants no AND directly within an AND. */
  private RexNode joined(SqlOperator operator, List<RexNode> parts, boolean ofNone) {
    List<RexNode> flat = new ArrayList<>();
    for (RexNode part : parts) {
      if (part instanceof RexCall call && call.getOperator().equals(operator)) {
        flat.addAll(call.getOperands());
      } else {
        flat.add(part);
      }
    }
    return flat.isEmpty()
        ? truth(ofNone)
        : flat.size() == 1 ? flat.get(0) : rex.makeCall(types.bool(), operator, flat);
  }

  RexNode not(RexNode operand) {
    return rex.makeCall(types.bool(), SqlStdOperatorTable.NOT, List.of(operand));
  }

  RexNode isNull(RexNode operand) {
    return term("{0} IS NULL", Type.BOOLEAN, operand);
  }

  RexNode isNotNull(RexNode operand) {
    return term("{0} IS NOT NULL", Type.BOOLEAN, operand);
  }

  /** Where one is null. */
  RexNode anyNull(List<RexNode> operands) {
    return or(operands.stream().map(this::isNull).toList());
  }

  RexNode noneNull(List<RexNode> operands) {
    return and(operands.stream().map(this::isNotNull).toList());
  }

  /** True where the statement is, else false: never null. */
  RexNode flag(RexNode statement) {
    return term("CASE WHEN {0} THEN TRUE ELSE FALSE END", Type.BOOLEAN, statement);
  }

  /** The same term, for where Calcite wants to be told that null does not matter. */
  RexNode neverNull(RexNode statement) {
    return rex.makeCall(types.boolNotNull(), new TemplateOperator("{0}"), List.of(statement));
  }

  RexNode cast(RexNode operand, Type type) {
    return cast(operand, type, profile.castName(type));
  }

  RexNode cast(RexNode operand, Type type, String typeName) {
    return term(profile.castTemplate(type, typeName), type, operand);
  }

  /** Text that equals nothing but itself, anything else as it is. */
  RexNode exact(RexNode value, Type type) {
    return wrapped(profile.exactTextTemplate(), value, type);
  }

  /** Text that orders by code point, anything else as it is. */
  RexNode ordered(RexNode value, Type type) {
    return wrapped(profile.codePointOrderTemplate(), value, type);
  }

  /** Whether text that is exact is in order too. */
  boolean ordersAsItEquals() {
    return profile.codePointOrderTemplate().equals(profile.exactTextTemplate());
  }

  private RexNode wrapped(String template, RexNode value, Type type) {
    return type.is(Family.TEXT) && !template.equals("{0}")
        ? term(template, Type.TEXT, value)
        : value;
  }

  boolean hasLike(String pattern) {
    return profile.hasLike(pattern);
  }

  boolean hasNaN() {
    return profile.hasNaN();
  }

  /** The database's own template of a name, else the general one. */
  String own(String name, String general) {
    return profile.templates().getOrDefault(name, general);
  }

  /** Makes a duration of {@code {0}} microseconds. */
  String duration() {
    return own("duration", "{0} * INTERVAL '1 microsecond'");
  }

  /** A whole number written into the text, where a parameter will not do. */
  RexNode whole(long value) {
    return term(Long.toString(value), Type.INTEGER);
  }

  /** A value bound and cast to its type. */
  RexNode constant(@Nullable Object value, Type type) {
    if (value == null) {
      return type.is(Family.NULL) || type.is(Family.OTHER)
          ? term("NULL", type)
          : term("CAST(NULL AS " + profile.castName(bounded(type)) + ")", type);
    }
    if (value instanceof Boolean aBoolean) {
      return term(aBoolean ? "TRUE" : "FALSE", Type.BOOLEAN);
    }
    if (value instanceof Duration duration) {
      return term(
          duration(),
          type,
          bound(microseconds(duration), Type.INTEGER, profile.castName(Type.INTEGER)));
    }
    if (value instanceof Double aDouble && !Double.isFinite(aDouble)) {
      return aDouble.isNaN()
          ? term(hasNaN() ? "CAST('NaN' AS {double})" : "NULL", type)
          : term((aDouble < 0 ? "-" : "") + own("infinity", "CAST('Infinity' AS {double})"), type);
    }
    Type exact =
        value instanceof BigDecimal bigDecimal && !type.is(Family.DOUBLE) ? of(bigDecimal) : type;
    return bound(value, exact, profile.castName(exact));
  }

  private RexNode bound(Object value, Type type, String typeName) {
    parameters.add(value);
    RexNode parameter = rex.makeDynamicParam(types.of(type), parameters.size() - 1);
    return term(profile.castTemplate(type, typeName), type, parameter);
  }

  /** The narrowest type that holds the number: comparisons then are done in narrow types too. */
  private static Type of(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    int scale = Math.max(plain.scale(), 0);
    int precision = Math.max(plain.precision() - plain.scale() + scale, scale);
    if (scale == 0 && precision <= 18) {
      return Type.INTEGER;
    }
    return precision <= 38 ? Type.decimal(precision, scale) : Type.DOUBLE;
  }

  private static Type bounded(Type type) {
    return type.is(Family.DECIMAL) && type.precision() == 0 ? Type.DOUBLE : type;
  }

  private static BigDecimal microseconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds())
        .movePointRight(6)
        .add(BigDecimal.valueOf(duration.getNano() / 1_000));
  }
}
