package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.Policy;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long each step may take is data, from the host's configuration. */
class StepTimeoutTest {
  private static final Duration LONG = Duration.ofHours(6);
  private static final Duration SHORT = Duration.ofMinutes(15);

  @RegisterExtension final Bench bench = new Bench();

  @Test
  void no_step_may_take_longer_than_the_policy_says() {
    Duration limit = Duration.ofMinutes(2);

    Map<String, Duration> limits = limitsWith(Optional.of(limit));

    limits.remove("LoadPolicy");
    assertThat(limits).containsKeys("Prepare", "Pull", "Migrate", "Close");
    assertThat(limits.values()).containsOnly(limit);
  }

  @Test
  void what_is_short_by_nature_keeps_its_own_limit() {
    Map<String, Duration> limits = limitsWith(Optional.of(Duration.ofHours(20)));

    assertThat(limits).containsEntry("Migrate", Duration.ofHours(20)).containsEntry("Pull", SHORT);
  }

  @Test
  void a_policy_that_does_not_say_leaves_six_hours() {
    assertThat(limitsWith(Optional.empty()))
        .containsEntry("Migrate", LONG)
        .containsEntry("Pull", SHORT);
  }

  private Map<String, Duration> limitsWith(Optional<Duration> stepTimeout) {
    bench.host.answers(
        "LoadPolicy",
        new Policy(OnFailure.ROLLBACK, Answers.HOLD, SHORT, Duration.ZERO, stepTimeout));
    Operation operation = bench.start();
    operation.result();
    return operation.history().stream()
        .filter(event -> event.hasActivityTaskScheduledEventAttributes())
        .map(event -> event.getActivityTaskScheduledEventAttributes())
        .collect(
            Collectors.toMap(
                scheduled -> scheduled.getActivityType().getName(),
                StepTimeoutTest::limit,
                (one, other) -> one));
  }

  private static Duration limit(ActivityTaskScheduledEventAttributes scheduled) {
    return Duration.ofSeconds(scheduled.getStartToCloseTimeout().getSeconds());
  }
}
