package io.safeupdate.workflows.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PendingActivityTest {
  private static final Optional<String> NONE = Optional.empty();

  @Test
  void does_what_it_says() {
    assertThat(activity(1, true, Optional.of("#7 RUN pip"), NONE).doing()).contains("#7 RUN pip");
  }

  @Test
  void says_why_the_attempt_before_failed_until_it_says_something_itself() {
    assertThat(activity(2, true, NONE, Optional.of("away")).doing()).contains("attempt 2: away");
    assertThat(activity(2, true, Optional.of("pulling"), Optional.of("away")).doing())
        .contains("pulling");
  }

  @Test
  void says_why_it_waits() {
    assertThat(activity(3, false, Optional.of("pulling"), Optional.of("away")).doing())
        .contains("attempt 3 follows: away");
    assertThat(activity(1, false, NONE, NONE).doing()).isEmpty();
  }

  private static PendingActivity activity(
      int attempt, boolean running, Optional<String> heartbeat, Optional<String> failure) {
    return new PendingActivity("Prepare", attempt, running, heartbeat, failure);
  }
}
