package io.safeupdate.cli.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.safeupdate.api.monitoring.PartHealth;
import io.safeupdate.worker.Vitals;
import io.safeupdate.worker.Vitals.Disk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the host's parts are, how full its disks, how old its backups. */
final class HostGauges {
  private final MultiGauge parts;
  private final MultiGauge free;
  private final MultiGauge size;
  private final MultiGauge backups;
  private final Clock clock;

  HostGauges(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    parts =
        gauge("part.healthy", "1 while a part that the host depends on is well, else 0.")
            .register(registry);
    free =
        gauge("disk.free", "Room on the disks that updates need.")
            .baseUnit("bytes")
            .register(registry);
    size = gauge("disk.size", "Size of these disks.").baseUnit("bytes").register(registry);
    backups =
        gauge("backup.age", "Since the newest verified backup; +Inf: there is none.")
            .baseUnit("seconds")
            .register(registry);
  }

  private static MultiGauge.Builder gauge(String name, String description) {
    return MultiGauge.builder("safe.update." + name).description(description);
  }

  void showParts(Map<String, PartHealth> health) {
    parts.register(
        rows(
            health.entrySet(),
            one -> Row.of(Tags.of("part", one.getKey()), one.getValue().healthy() ? 1 : 0)),
        true);
  }

  /**
   * @param deployments that have a database
   */
  void showHost(Vitals vitals, Collection<String> deployments) {
    List<Disk> disks = vitals.disks();
    free.register(rows(disks, disk -> Row.of(tags(disk), disk.freeBytes())), true);
    size.register(rows(disks, disk -> Row.of(tags(disk), disk.totalBytes())), true);
    backups.register(rows(deployments, name -> backup(name, vitals.newestBackup(name))), true);
  }

  private static Tags tags(Disk disk) {
    return Tags.of("use", disk.use());
  }

  /** Its age goes on growing between two looks. */
  private Row<?> backup(String deployment, Optional<Instant> newest) {
    return Row.of(
        Tags.of("deployment", deployment),
        () ->
            newest
                .map(at -> (Number) (Duration.between(at, clock.instant()).toMillis() / 1000.0))
                .orElse(Double.POSITIVE_INFINITY));
  }

  private static <T> List<Row<?>> rows(Collection<T> all, Function<T, Row<?>> row) {
    return all.stream().map(row).collect(Collectors.toList());
  }
}
