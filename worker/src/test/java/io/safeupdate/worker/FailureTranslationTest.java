package io.safeupdate.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import io.temporal.client.ActivityCanceledException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import org.junit.jupiter.api.Test;

final class FailureTranslationTest {
  private final FailureTranslation translation = new FailureTranslation(() -> false);

  @Test
  void keeps_type_and_message_of_a_step_failure_and_drops_its_cause() {
    Exception secret = new IllegalStateException("password=hunter2");
    ApplicationFailure failure =
        translated(new StepFailure(FailureType.MIGRATION_FAILED, "0007 failed", secret), 1);

    assertThat(failure.getType()).isEqualTo("MigrationFailed");
    assertThat(failure.getOriginalMessage()).isEqualTo("0007 failed");
    assertThat(failure.getCause()).isNull();
  }

  @Test
  void lets_a_passing_failure_be_retried_until_its_attempts_are_used_up() {
    StepFailure remote = new StepFailure(FailureType.REMOTE_UNAVAILABLE, "no answer");

    assertThat(translated(remote, 1).isNonRetryable()).isFalse();
    assertThat(translated(remote, 3).isNonRetryable()).isFalse();
    assertThat(translated(remote, 4).isNonRetryable()).isTrue();
  }

  @Test
  void never_retries_what_needs_a_decision() {
    StepFailure build = new StepFailure(FailureType.BUILD_FAILED, "exit 1");

    assertThat(translated(build, 1).isNonRetryable()).isTrue();
  }

  @Test
  void calls_everything_else_internal() {
    ApplicationFailure failure = translated(new IllegalStateException("no such thing"), 1);

    assertThat(failure.getType()).isEqualTo("Internal");
    assertThat(failure.getOriginalMessage()).contains("IllegalStateException", "no such thing");
    assertThat(failure.getCause()).isNull();
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(translated(new NoClassDefFoundError("x"), 3).isNonRetryable()).isTrue();
  }

  @Test
  void lets_cancellations_pass() {
    ActivityCanceledException cancelled = new ActivityCanceledException();
    CanceledFailure failure = new CanceledFailure("cancelled");

    assertThat(translation.translate(cancelled, 1)).isSameAs(cancelled);
    assertThat(translation.translate(failure, 1)).isSameAs(failure);
  }

  @Test
  void blames_the_stop_for_what_an_interrupted_step_says() {
    FailureTranslation stopping = new FailureTranslation(() -> true);
    StepFailure killed = new StepFailure(FailureType.MIGRATION_FAILED, "exit 143");

    ApplicationFailure failure = (ApplicationFailure) stopping.translate(killed, 900);

    assertThat(failure.getType()).isEqualTo("WorkerStopping");
    assertThat(failure.isNonRetryable()).isFalse();
  }

  private ApplicationFailure translated(Throwable thrown, int attempt) {
    return (ApplicationFailure) translation.translate(thrown, attempt);
  }
}
