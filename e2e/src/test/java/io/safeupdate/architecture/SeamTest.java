package io.safeupdate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.common.interceptors.WorkerInterceptor;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The one place where tests put faults into steps. */
class SeamTest {

  @Test
  void nothing_that_is_shipped_puts_itself_around_the_steps() {
    assertThat(ServiceLoader.load(WorkerInterceptor.class)).isEmpty();
  }
}
