package io.safeupdate.workflows.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AbsenceTest {
  private final Watch watch = new Watch();
  private final List<Duration> told = new ArrayList<>();
  private final Absence absence = new Absence(watch, Duration.ofSeconds(5), told::add);

  @Test
  void is_told_after_a_while_and_then_now_and_then() {
    for (int second = 0; second <= 12; second++) {
      noticedAfter(1);
    }

    assertThat(told).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  @Test
  void counts_from_when_the_first_unanswered_question_was_put() {
    assertThat(noticedAfter(3)).isEqualTo(Duration.ofSeconds(3));
    assertThat(noticedAfter(3)).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void begins_anew_after_an_answer() {
    noticedAfter(6);
    absence.over();

    assertThat(noticedAfter(4)).isEqualTo(Duration.ofSeconds(4));
    assertThat(told).containsExactly(Duration.ofSeconds(6));
  }

  private Duration noticedAfter(int seconds) {
    Instant asked = watch.now;
    watch.now = watch.now.plusSeconds(seconds);
    return absence.noticed(asked);
  }

  private static final class Watch extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
