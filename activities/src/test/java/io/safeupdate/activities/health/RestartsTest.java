package io.safeupdate.activities.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.docker.Container;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestartsTest {
  private final Restarts restarts = new Restarts();

  @Test
  void what_a_container_went_through_before_is_not_held_against_it() {
    assertThat(restarts.since(restarted(7))).isZero();
    assertThat(restarts.since(restarted(7))).isZero();
    assertThat(restarts.since(restarted(9))).isEqualTo(2);
  }

  @Test
  void a_count_that_a_person_began_anew_is_none() {
    restarts.since(restarted(7));

    assertThat(restarts.since(restarted(0))).isZero();
  }

  private static Container restarted(int times) {
    return new Container(
        "c1",
        "app-web-1",
        Optional.of("web"),
        1,
        "sha256:1",
        "running",
        0,
        Optional.empty(),
        times,
        Instant.EPOCH,
        Optional.empty(),
        Map.of(),
        List.of(),
        "unless-stopped",
        Map.of());
  }
}
