package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds an activity until it is opened or, unless it is stubborn, the activity cancelled. */
final class Gate implements Deed {
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);
  private final Deed behind;
  private final boolean stubborn;

  Gate(Deed behind, boolean stubborn) {
    this.behind = behind;
    this.stubborn = stubborn;
  }

  @Override
  public Object on(Call call) {
    entered.countDown();
    do {
      heartbeat(call);
    } while (!passes(opened, 20));
    return behind.on(call);
  }

  private void heartbeat(Call call) {
    if (!stubborn) {
      call.context().heartbeat(null);
    }
  }

  void awaitEntered() {
    assertThat(passes(entered, 10_000)).as("the activity was called").isTrue();
  }

  void open() {
    opened.countDown();
  }

  private static boolean passes(CountDownLatch latch, int millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", stopped);
    }
  }
}
