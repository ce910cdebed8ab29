package io.safeupdate.api.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HealthTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final CountDownLatch hanging = new CountDownLatch(1);
  private final AtomicInteger looks = new AtomicInteger();

  @AfterEach
  void endWhatHangs() {
    hanging.countDown();
  }

  @Test
  void tells_each_part_in_its_order() {
    Health health =
        health(
            LONG,
            new Part("engine", () -> PartHealth.well("Docker 27")),
            new Part("disk", () -> PartHealth.ill("full")));

    assertThat(health.look())
        .containsExactly(
            Map.entry("engine", PartHealth.well("Docker 27")),
            Map.entry("disk", PartHealth.ill("full")));
  }

  @Test
  void does_not_wait_for_a_part_that_hangs() {
    Health health = health(Duration.ofSeconds(1), hanging(), counted());

    Map<String, PartHealth> seen = health.look();

    assertThat(seen.get("engine")).isEqualTo(PartHealth.ill("gave no answer within 1 s"));
    assertThat(seen.get("counted").healthy()).isTrue();
  }

  @Test
  void does_not_ask_again_before_a_part_that_hangs_has_answered() {
    Health health = health(Duration.ofMillis(50), hanging());

    health.look();
    health.look();

    assertThat(looks).hasValue(1);
  }

  @Test
  void sees_that_a_part_that_hung_is_back() {
    Health health = health(Duration.ofMillis(200), hanging());
    health.look();

    hanging.countDown();

    assertThat(eventually(health)).isTrue();
  }

  @Test
  void looks_once_for_many_who_ask() {
    Health health = new Health(List.of(counted()), LONG, /* fresh for */ Duration.ofMinutes(1));

    health.look();
    health.look();

    assertThat(looks).hasValue(1);
  }

  @Test
  void looks_again_when_an_answer_is_old() {
    Health health = new Health(List.of(counted()), LONG, Duration.ZERO);

    health.look();
    health.look();

    assertThat(looks).hasValue(2);
  }

  @Test
  void tells_nothing_of_a_defect_but_its_kind() {
    Health health =
        health(
            LONG,
            new Part(
                "engine",
                () -> {
                  throw new IllegalStateException("password=hunter2");
                }));

    assertThat(health.look().get("engine"))
        .isEqualTo(PartHealth.ill("could not be looked at: IllegalStateException"));
  }

  private static Health health(Duration limit, Part... parts) {
    return new Health(List.of(parts), limit, Duration.ZERO);
  }

  private Part counted() {
    return new Part(
        "counted",
        () -> {
          looks.incrementAndGet();
          return PartHealth.well();
        });
  }

  private Part hanging() {
    return new Part(
        "engine",
        () -> {
          looks.incrementAndGet();
          try {
            hanging.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return PartHealth.well();
        });
  }

  private static boolean eventually(Health health) {
    while (!health.look().get("engine").healthy()) {
      Thread.onSpinWait();
    }
    return true;
  }
}
