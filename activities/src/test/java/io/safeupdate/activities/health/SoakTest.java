package io.safeupdate.activities.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SoakTest {
  private static final Verdict SICK =
      new Verdict(List.of("web is unhealthy"), false, Optional.empty(), 0);

  private final Soak soak = new Soak(Duration.ofSeconds(10));

  @Test
  void is_over_when_it_was_healthy_all_the_time() {
    soak.see(healthy(0), at(0));
    soak.see(healthy(0), at(10));

    assertThat(soak.isOver(at(9))).isFalse();
    assertThat(soak.isOver(at(10))).isTrue();
  }

  @Test
  void a_complaint_begins_it_anew() {
    soak.see(healthy(0), at(0));
    soak.see(SICK, at(5));
    soak.see(healthy(0), at(6));

    assertThat(soak.isOver(at(15))).isFalse();
    assertThat(soak.isOver(at(16))).isTrue();
  }

  @Test
  void each_restart_begins_it_anew_and_makes_it_longer() {
    soak.see(healthy(0), at(0));
    soak.see(healthy(2), at(8));

    assertThat(soak.isOver(at(37))).isFalse();
    assertThat(soak.isOver(at(38))).isTrue();
  }

  private static Verdict healthy(int restarts) {
    return new Verdict(List.of(), false, Optional.empty(), restarts);
  }

  private static Instant at(long second) {
    return Instant.EPOCH.plusSeconds(second);
  }
}
