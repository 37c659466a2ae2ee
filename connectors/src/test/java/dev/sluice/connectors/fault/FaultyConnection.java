package dev.sluice.connectors.fault;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A real connection, and all that comes of it, behind proxies whose calls go through {@link Calls}.
 */
final class FaultyConnection {

  private static final Set<Class<?>> FACES =
      Set.of(
          PreparedStatement.class,
          Statement.class,
          ResultSet.class,
          ResultSetMetaData.class,
          DatabaseMetaData.class);

  /** Called from another thread, or asked of the driver alone: neither counted nor hit. */
  private static final Set<String> UNCOUNTED = Set.of("cancel", "abort", "unwrap", "isWrapperFor");

  private final Calls calls;
  private final Connection real;
  private final Connection proxy;

  private FaultyConnection(Calls calls, Connection real) {
    this.calls = calls;
    this.real = real;
    this.proxy = (Connection) proxy(Connection.class, real, "");
    calls.opened(real);
  }

  static Connection of(Calls calls, Connection real) {
    return new FaultyConnection(calls, real).proxy;
  }

  private Object proxy(Class<?> face, Object target, String sql) {
    return Proxy.newProxyInstance(
        FaultyConnection.class.getClassLoader(),
        new Class<?>[] {face},
        new Handler(face.getSimpleName(), target, sql));
  }

  private final class Handler implements InvocationHandler {

    private final String face;
    private final Object target;
    private final String sql;

    Handler(String face, Object target, String sql) {
      this.face = face;
      this.target = target;
      this.sql = sql;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getDeclaringClass() == Object.class) {
        return switch (method.getName()) {
          case "equals" -> arguments != null && self == arguments[0];
          case "hashCode" -> System.identityHashCode(self);
          default -> "faulty " + target;
        };
      }
      boolean counted =
          List.of(method.getExceptionTypes()).contains(SQLException.class)
              && !UNCOUNTED.contains(method.getName());
      if (!counted) {
        return real(method, arguments);
      }
      String text =
          arguments != null
                  && arguments.length > 0
                  && arguments[0] instanceof String given
                  && method.getName().matches("execute.*|prepare.*")
              ? given
              : sql;
      return calls
          .make(
              (face + "." + method.getName() + " " + text).strip(),
              Optional.of(real),
              () -> Optional.ofNullable(wrapped(method, real(method, arguments), text)))
          .orElse(null);
    }

    private @Nullable Object real(Method method, Object @Nullable [] arguments)
        throws SQLException {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException thrown) {
        if (thrown.getCause() instanceof SQLException refused) {
          throw refused;
        }
        if (thrown.getCause() instanceof RuntimeException refused) {
          throw refused;
        }
        throw new IllegalStateException(thrown);
      } catch (IllegalAccessException hidden) {
        throw new IllegalStateException(hidden);
      }
    }

    private @Nullable Object wrapped(Method method, @Nullable Object result, String text) {
      if (result == null) {
        return null;
      }
      if (result instanceof Connection) {
        return proxy;
      }
      // as it is declared: some drivers' results are their own descriptions
      Class<?> declared = method.getReturnType();
      return FACES.contains(declared) ? proxy(declared, result, text) : result;
    }
  }
}
