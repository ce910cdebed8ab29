package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.Policy;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  @Test
  void where_steps_are_short_a_killed_worker_is_noticed_sooner() {
    limitsWith(Optional.of(Duration.ofMinutes(1)));

    assertThat(heartbeatOf("Migrate")).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void where_steps_are_long_a_killed_worker_is_noticed_after_20_seconds() {
    limitsWith(Optional.of(LONG));

    assertThat(heartbeatOf("Migrate")).isEqualTo(Duration.ofSeconds(20));
  }

  private Map<String, Duration> limitsWith(Optional<Duration> stepTimeout) {
    bench.host.answers(
        "LoadPolicy",
        new Policy(OnFailure.ROLLBACK, Answers.HOLD, SHORT, Duration.ZERO, stepTimeout));
    bench.start().result();
    return scheduled()
        .collect(
            Collectors.toMap(
                it -> it.getActivityType().getName(),
                it -> Duration.ofSeconds(it.getStartToCloseTimeout().getSeconds()),
                (one, other) -> one));
  }

  private Duration heartbeatOf(String activity) {
    return scheduled()
        .filter(it -> it.getActivityType().getName().equals(activity))
        .map(it -> Duration.ofSeconds(it.getHeartbeatTimeout().getSeconds()))
        .findFirst()
        .orElseThrow();
  }

  private Stream<ActivityTaskScheduledEventAttributes> scheduled() {
    return bench.find(Bench.ID).history().stream()
        .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
        .map(HistoryEvent::getActivityTaskScheduledEventAttributes);
  }
}
