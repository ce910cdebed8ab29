package io.safeupdate.cli.monitoring;

import io.safeupdate.api.monitoring.Part;
import io.safeupdate.api.monitoring.PartHealth;
import io.safeupdate.cli.text.Sizes;
import io.safeupdate.worker.EngineAwayException;
import io.safeupdate.worker.Vitals;
import io.safeupdate.worker.Vitals.Disk;
import java.util.List;
import java.util.stream.Collectors;

/** The parts that a worker has around it. */
final class HostParts {
  /** What every update's preflight asks for besides what it measures. */
  private static final long LEAST_FREE = 1L << 30;

  private HostParts() {}

  static List<Part> of(Vitals vitals) {
    return List.of(
        new Part("engine", () -> engine(vitals)), new Part("disk", () -> disks(vitals.disks())));
  }

  private static PartHealth engine(Vitals vitals) {
    try {
      return PartHealth.well("Docker " + vitals.engineVersion());
    } catch (EngineAwayException away) {
      return PartHealth.ill(away.getMessage());
    }
  }

  private static PartHealth disks(List<Disk> disks) {
    List<Disk> full = disks.stream().filter(disk -> disk.freeBytes() < LEAST_FREE).toList();
    return full.isEmpty()
        ? PartHealth.well(amounts(disks))
        : PartHealth.ill(
            "less than %s are free: %s".formatted(Sizes.of(LEAST_FREE), amounts(full)));
  }

  private static String amounts(List<Disk> disks) {
    return disks.stream()
        .map(disk -> Sizes.of(disk.freeBytes()) + " free at " + disk.directory())
        .collect(Collectors.joining(", "));
  }
}
