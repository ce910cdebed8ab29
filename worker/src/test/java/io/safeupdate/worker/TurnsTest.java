package io.safeupdate.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class TurnsTest {
  private final Turns turns = new Turns();
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);

  @Test
  void a_step_waits_for_an_earlier_one_of_its_deployment() throws Exception {
    CompletableFuture<Boolean> first = givenAStepAtWork("production");
    CountDownLatch waits = new CountDownLatch(1);
    CompletableFuture<Boolean> second =
        CompletableFuture.supplyAsync(
            () -> turns.take("production", beat -> waits.countDown(), () -> done.add("second")));
    waits.await();

    gate.countDown();
    first.join();
    second.join();

    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void another_deployment_is_not_waited_for() throws Exception {
    CompletableFuture<Boolean> first = givenAStepAtWork("production");

    turns.take("staging", beat -> {}, () -> done.add("staging"));

    assertThat(done).containsExactly("staging");
    gate.countDown();
    first.join();
  }

  @Test
  void a_cancel_ends_the_waiting() throws Exception {
    CompletableFuture<Boolean> first = givenAStepAtWork("production");

    assertThatThrownBy(
            () ->
                turns.take(
                    "production",
                    beat -> {
                      throw new UnsupportedOperationException("cancelled");
                    },
                    () -> done.add("never")))
        .hasMessage("cancelled");
    assertThat(done).isEmpty();
    gate.countDown();
    first.join();
  }

  private CompletableFuture<Boolean> givenAStepAtWork(String deployment) throws Exception {
    CompletableFuture<Boolean> step =
        CompletableFuture.supplyAsync(
            () ->
                turns.take(
                    deployment,
                    beat -> {},
                    () -> {
                      entered.countDown();
                      return awaitGate() && done.add("first");
                    }));
    entered.await();
    return step;
  }

  private boolean awaitGate() {
    try {
      return gate.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
