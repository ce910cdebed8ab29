package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ContainerWaitTest {
  private final List<String> reported = new ArrayList<>();

  @Test
  void answers_the_exit_code_when_the_container_has_ended() {
    assertThat(
            await(
                reported::add,
                Duration.ofMinutes(1),
                ContainerWaitTest::running,
                ContainerWaitTest::ended))
        .isEqualTo(7);
    assertThat(reported).singleElement().asString().matches("su-1 runs, \\d+ s");
  }

  @Test
  void outlives_a_restart_of_the_engine() {
    assertThat(
            await(
                reported::add,
                Duration.ofMinutes(1),
                ContainerWaitTest::running,
                ContainerWaitTest::engineAway,
                ContainerWaitTest::ended))
        .isEqualTo(7);
    assertThat(reported).last().asString().startsWith("su-1 waits for the Docker engine, ");
  }

  @Test
  void gives_up_after_the_limit_even_when_the_engine_never_returns() {
    assertThatThrownBy(
            () -> await(Progress.NONE, Duration.ofMillis(120), ContainerWaitTest::engineAway))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.TIMED_OUT));
  }

  @Test
  void says_that_a_container_was_removed() {
    assertThatThrownBy(() -> await(Progress.NONE, Duration.ofMinutes(1), Optional::empty))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.PRECONDITION_FAILED))
        .hasMessage("Container su-1 was removed before its result was read.");
  }

  @Test
  void lets_other_failures_pass() {
    StepFailure other = new StepFailure(FailureType.ENGINE_INCOMPATIBLE, "another engine");

    Throwable thrown =
        catchThrowable(
            () ->
                await(
                    Progress.NONE,
                    Duration.ofMinutes(1),
                    () -> {
                      throw other;
                    }));

    assertThat(thrown).isSameAs(other);
  }

  @Test
  void stops_waiting_when_its_thread_is_interrupted() {
    Thread caller = Thread.currentThread();

    Throwable thrown =
        catchThrowable(
            () ->
                await(
                    message -> caller.interrupt(),
                    Duration.ofMinutes(1),
                    ContainerWaitTest::running,
                    ContainerWaitTest::running));

    assertThat(thrown).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  /** The last look repeats. */
  private static int await(Progress progress, Duration limit, Look... looks) {
    Deque<Look> left = new ArrayDeque<>(List.of(looks));
    Look look = () -> (left.size() > 1 ? left.removeFirst() : left.getFirst()).get();
    return new ContainerWait("su-1", look, progress).within(limit);
  }

  private static Optional<Container> running() {
    return Optional.of(Containers.with("running", "django"));
  }

  private static Optional<Container> ended() {
    return Optional.of(Containers.ended(7));
  }

  private static Optional<Container> engineAway() {
    throw new StepFailure(FailureType.ENGINE_UNAVAILABLE, "away");
  }

  private interface Look extends Supplier<Optional<Container>> {}
}
