package dev.sluice.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.sluice.engine.connector.Connector;
import dev.sluice.engine.connector.SqlProfile;
import dev.sluice.engine.run.HeadStart;
import dev.sluice.engine.sql.Specimens;
import java.lang.reflect.Proxy;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a process does ahead of its first run. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HeadStartTest {

  @Test
  void theSpecimensAreWrittenForEveryDatabase() {
    for (Connector each : ServiceLoader.load(Connector.class)) {
      assertThat(Specimens.compile(each.sql())).as(each.name()).isGreaterThan(3);
      HeadStart.begin(each.sql());
      HeadStart.awaitRecorder();
      HeadStart.awaitCompiler();
    }
  }

  @Test
  void whatFailsAheadKeepsNobodyWaiting() {
    SqlProfile broken =
        (SqlProfile)
            Proxy.newProxyInstance(
                HeadStartTest.class.getClassLoader(),
                new Class<?>[] {SqlProfile.class},
                (proxy, method, arguments) -> {
                  throw new NullPointerException("broken");
                });
    assertThatNullPointerException().isThrownBy(() -> Specimens.compile(broken));

    HeadStart.begin(broken);

    HeadStart.awaitRecorder();
    HeadStart.awaitCompiler();
  }
}
