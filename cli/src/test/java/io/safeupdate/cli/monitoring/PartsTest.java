package io.safeupdate.cli.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.api.monitoring.Part;
import io.safeupdate.api.monitoring.PartHealth;
import io.safeupdate.cli.Facts;
import io.safeupdate.workflows.client.Poller;
import io.safeupdate.workflows.client.ServerAwayException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class PartsTest {
  private final FakeVitals vitals = new FakeVitals();

  @Test
  void an_engine_that_answers_is_told_with_its_version() {
    assertThat(look("engine")).isEqualTo(PartHealth.well("Docker 27.1.0"));
  }

  @Test
  void an_engine_that_is_away_is_told_with_the_reason() {
    vitals.engineIsAway("no such socket");

    assertThat(look("engine")).isEqualTo(PartHealth.ill("no such socket"));
  }

  @Test
  void disks_with_room_are_told_with_how_much() {
    assertThat(look("disk"))
        .isEqualTo(
            PartHealth.well("5.0 GB free at /var/lib/docker, 5.0 GB free at /var/lib/safe-update"));
  }

  @Test
  void a_disk_that_is_nearly_full_is_told_alone() {
    vitals.free("docker", 1_000_000_000L);

    assertThat(look("disk"))
        .isEqualTo(PartHealth.ill("less than 1.1 GB are free: 1.0 GB free at /var/lib/docker"));
  }

  @Test
  void a_worker_that_polls_is_healthy() {
    assertThat(worker(() -> polled(Duration.ofSeconds(62))))
        .isEqualTo(PartHealth.well("4711@mill, 1 min ago"));
  }

  @Test
  void a_worker_that_polls_no_more_is_told_with_when_it_did() {
    PartHealth health = worker(() -> polled(Duration.ofMinutes(3)));

    assertThat(health.healthy()).isFalse();
    assertThat(health.message())
        .contains(
            "No worker asks Temporal for the work of host local; the last was 4711@mill, 3 min"
                + " ago.");
  }

  @Test
  void no_worker_at_all_is_unhealthy() {
    assertThat(worker(() -> Optional.of(List.of())).healthy()).isFalse();
  }

  @Test
  void a_server_that_cannot_tell_does_not_make_a_worker_unhealthy() {
    assertThat(worker(Optional::empty).healthy()).isTrue();
  }

  @Test
  void a_server_that_is_away_leaves_the_worker_unknown() {
    PartHealth health =
        worker(
            () -> {
              throw new ServerAwayException("UNAVAILABLE", new IllegalStateException());
            });

    assertThat(health.healthy()).isFalse();
    assertThat(health.message()).contains("Temporal does not answer, so nobody can say.");
  }

  private PartHealth look(String name) {
    return HostParts.of(vitals).stream()
        .filter(part -> part.name().equals(name))
        .map(Part::check)
        .findFirst()
        .orElseThrow()
        .look();
  }

  private static PartHealth worker(Supplier<Optional<List<Poller>>> pollers) {
    Clock clock = Clock.fixed(Facts.NOW, ZoneOffset.UTC);
    return WorkerPart.of(pollers, "local", clock).check().look();
  }

  private static Optional<List<Poller>> polled(Duration ago) {
    return Optional.of(List.of(new Poller("4711@mill", Facts.NOW.minus(ago))));
  }
}
